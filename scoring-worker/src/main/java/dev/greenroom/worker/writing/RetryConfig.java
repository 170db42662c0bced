package dev.greenroom.worker.writing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an answer that could not be scored is tried again. Only here: nothing else in the worker counts tries. */
@ConfigMapping(prefix = "greenroom.retry")
public interface RetryConfig {

    /** After as many failures the answer is given up: with the gaps below, after about two minutes. */
    @WithDefault("8")
    int maxFailures();

    /** The first gap; each later one is twice as long. */
    @WithDefault("1s")
    Duration base();

    @WithDefault("60s")
    Duration cap();
}
