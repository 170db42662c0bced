package dev.greenroom.worker.assessment;

import java.time.Duration;

/** What comes of a second look. */
public sealed interface Opinion {

    /**
     * The last word for now.
     *
     * @param assessment the first one with the reason in its provenance, where the second look gave nothing
     */
    record Settled(Assessment assessment) implements Opinion {}

    /** The operator prefers to wait for the judge: the answer stays without a final evaluation until it is tried again. */
    record Postponed(String reason, Duration after) implements Opinion {}
}
