package dev.greenroom.worker.judge.followup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Whether and how the judge's provider phrases follow-ups on the candidate's own words. */
@ConfigMapping(prefix = "greenroom.followup")
public interface FollowUpConfig {

    /** Without a judge nobody phrases anything. */
    @WithDefault("true")
    boolean phrasing();

    /** How long a candidate may wait for the next question in all, from the submission of the answer. */
    @WithDefault("2500ms")
    Duration budget();

    /** Another model of the same provider, which may be smaller and faster; the judge's if none is named. */
    Optional<String> model();

    /** Calls of this worker at the same time. */
    @WithDefault("128")
    int concurrency();
}
