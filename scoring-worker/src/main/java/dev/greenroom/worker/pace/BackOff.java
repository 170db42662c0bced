package dev.greenroom.worker.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Gaps that double with every failure up to a cap, spread over their upper half so that many don't come back at once. */
public record BackOff(Duration base, Duration cap, RandomGenerator random) {

    private static final int LARGEST_SHIFT = 30;

    public BackOff {
        if (!base.isPositive() || cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("Gaps start above 0 and don't shrink");
        }
    }

    /** The gap after one more failure than {@code earlierFailures}. */
    public Duration gap(int earlierFailures) {
        double nanos = (double) base.toNanos() * (1L << Math.min(earlierFailures, LARGEST_SHIFT));
        return Duration.ofNanos((long) (Math.min(nanos, (double) cap.toNanos()) * jitter()));
    }

    /** What a gap is multiplied by: 0.5 to 1. */
    public double jitter() {
        return 0.5 + random.nextDouble() / 2;
    }
}
