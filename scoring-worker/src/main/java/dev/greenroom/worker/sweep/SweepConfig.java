package dev.greenroom.worker.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often this worker looks for answers that nobody works on. */
@ConfigMapping(prefix = "greenroom.sweep")
public interface SweepConfig {

    @WithDefault("1s")
    Duration interval();

    /**
     * How long an announced answer may wait, and by how much later messages may overtake it, before it is announced again:
     * more than the clocks of those who send differ.
     */
    @WithDefault("30s")
    Duration forgottenAfter();
}
