package dev.greenroom.api.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When to try again: after growing gaps, each up to a tenth longer or shorter, so that what failed together does not come back together. */
final class Schedule {

    private static final double JITTER = 0.1;

    private final List<Duration> gaps;
    private final RandomGenerator randomness;

    Schedule(List<Duration> gaps, RandomGenerator randomness) {
        this.gaps = List.copyOf(gaps);
        this.randomness = randomness;
    }

    /** How long to wait after the {@code attempt}th attempt, counted from one; empty after the last. */
    Optional<Duration> gapAfter(int attempt) {
        return attempt > gaps.size() ? Optional.empty() : Optional.of(jittered(gaps.get(attempt - 1)));
    }

    private Duration jittered(Duration gap) {
        return Duration.ofNanos((long) (gap.toNanos() * randomness.nextDouble(1 - JITTER, 1 + JITTER)));
    }
}
