package dev.greenroom.worker.judge.provider;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many calls one answer may still make, over all samples, repairs and retries, and until when. */
public final class Allowance {

    private final AtomicInteger left;
    private final int calls;
    private final long deadline;

    public Allowance(int calls, Duration time) {
        this.calls = calls;
        this.left = new AtomicInteger(calls);
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** Takes one call; false when none is left, or no time to make it. */
    boolean take() {
        return inTime() && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    /** Whether there is a call left, and time to make it. */
    boolean lasts() {
        return inTime() && left.get() > 0;
    }

    private boolean inTime() {
        return deadline - System.nanoTime() > 0;
    }

    /** How many calls were made. */
    public int used() {
        return calls - left.get();
    }
}
