package dev.greenroom.api.operation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the product looks after itself. */
@ConfigMapping(prefix = "greenroom.operation")
interface OperationSettings {

    /** How often the backlog's metrics are read. */
    @WithDefault("5s")
    Duration backlogEvery();

    /** How often old rows are looked for. */
    @WithDefault("1h")
    Duration pruneEvery();

    /** How long a session's history is kept, from which clients resume their event streams. */
    @WithDefault("90d")
    Duration keepEvents();

    /** How long is kept what webhooks were told, and what is still to be told to those that are switched off. */
    @WithDefault("30d")
    Duration keepDeliveries();

    /** How long messages that no worker could read are kept. */
    @WithDefault("90d")
    Duration keepUnreadable();
}
