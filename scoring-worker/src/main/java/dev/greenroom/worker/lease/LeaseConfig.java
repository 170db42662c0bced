package dev.greenroom.worker.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a claim holds without a sign of life of its worker. */
@ConfigMapping(prefix = "greenroom.lease")
public interface LeaseConfig {

    /** How soon the answers of a worker that died are taken over. */
    @WithDefault("15s")
    Duration ttl();

    /** A third of the time to live, so that two renewals may fail. */
    @WithDefault("5s")
    Duration renewal();
}
