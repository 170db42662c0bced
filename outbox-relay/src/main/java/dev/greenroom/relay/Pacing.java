package dev.greenroom.relay;

import java.time.Duration;

/**
 * Spaces out what happens often and leaves what happens now and then alone: the virtual scheduling form of the generic
 * cell rate algorithm (ITU-T I.371). Not thread-safe.
 */
final class Pacing {

    private final long interval;
    private final long tolerance;
    private long expected;
    private boolean begun;

    /**
     * Paces from the first call on.
     *
     * @param interval the mean distance that a steady stream is held to
     * @param burst how many may follow each other at once after a rest
     */
    Pacing(Duration interval, int burst) {
        this.interval = interval.toNanos();
        this.tolerance = (burst - 1) * this.interval;
    }

    /** How long the next one has to wait, in nanoseconds; takes it for done after that. */
    long delay(long now) {
        long start = begun && expected - now > 0 ? expected : now;
        begun = true;
        expected = start + interval;
        return Math.max(0, start - tolerance - now);
    }
}
