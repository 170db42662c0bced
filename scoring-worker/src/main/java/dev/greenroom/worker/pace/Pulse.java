package dev.greenroom.worker.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The last sign of life of a thread. */
public final class Pulse {

    private final Clock clock;
    private volatile Instant last;

    public Pulse(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    public void beat() {
        last = clock.instant();
    }

    public Duration age() {
        return Duration.between(last, clock.instant());
    }
}
