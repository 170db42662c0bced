package dev.greenroom.api.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long interviews wait for their candidates. */
@ConfigMapping(prefix = "greenroom.session")
interface SessionSettings {

    /** How long a turn waits for its answer, or for a change to its draft, before its session expires. */
    @WithDefault("30d")
    Duration expireAfter();

    /** How often such sessions are looked for. */
    @WithDefault("5m")
    Duration expireEvery();
}
