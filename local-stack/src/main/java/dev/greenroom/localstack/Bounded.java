package dev.greenroom.localstack;

import java.time.Duration;

/** Work that may hang, done for a bounded time. */
final class Bounded {

    private Bounded() {}

    /** Returns whether the work was done in time; if not, it goes on on a thread that keeps no JVM alive. */
    static boolean run(String name, Duration atMost, Runnable work) {
        Thread thread = Thread.ofPlatform().name(name).daemon().start(work);
        try {
            return thread.join(atMost);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
