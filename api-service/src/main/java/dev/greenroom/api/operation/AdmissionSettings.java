package dev.greenroom.api.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on requests are refused for the sake of those that were taken. */
@ConfigMapping(prefix = "greenroom.admission")
interface AdmissionSettings {

    /** How many answers may wait for a worker before no new interviews begin; what runs goes on. */
    @WithDefault("20000")
    int backlogForSessions();

    /** How many answers may wait for a worker before no more are taken. */
    @WithDefault("100000")
    int backlogForAnswers();

    /** How many requests of a replica may wait for a connection to the database. */
    @WithDefault("256")
    int waitingForDatabase();
}
