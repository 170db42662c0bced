package dev.greenroom.api.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sample answers of authors are scored. */
@ConfigMapping(prefix = "greenroom.trial")
interface TrialSettings {

    /** How long an author waits for a worker. */
    @WithDefault("15s")
    Duration patience();

    /** How many authors wait at once in one replica; who comes after them is sent away. */
    @WithDefault("8")
    int atOnce();
}
