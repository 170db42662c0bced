package dev.greenroom.worker.opinion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many answers may wait for a second opinion, and for how long. */
@ConfigMapping(prefix = "greenroom.opinion")
public interface OpinionConfig {

    /** How many answers the judge looks at at once: next to nothing each, so the provider's limits decide. */
    @WithDefault("256")
    int inFlight();

    /** How many more this worker keeps ready, so that no place stays empty while there is work. */
    @WithDefault("256")
    int waiting();

    /** When an answer is taken up again for which this worker had no room. */
    @WithDefault("5s")
    Duration gap();

    /** How long after its first evaluation an answer may be put off before that evaluation has the last word. */
    @WithDefault("24h")
    Duration patience();
}
