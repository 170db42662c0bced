package dev.greenroom.worker.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the worker looks for sample answers of authors. */
@ConfigMapping(prefix = "greenroom.trial")
interface TrialConfig {

    /** Half of it to the whole is what an author waits; each look costs one probe of an index that is mostly empty. */
    @WithDefault("500ms")
    Duration interval();
}
