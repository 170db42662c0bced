package dev.greenroom.worker.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether the worker encodes the questions before answers to them come. */
@ConfigMapping(prefix = "greenroom.preparation")
interface PreparationConfig {

    /**
     * Costs a core some seconds after each start. Without it the first answer to each question takes a few tenths of a
     * second longer.
     */
    @WithDefault("true")
    boolean enabled();
}
