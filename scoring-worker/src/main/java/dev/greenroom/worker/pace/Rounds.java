package dev.greenroom.worker.pace;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a task over and over on a platform thread of its own. A round that fails is logged, and the next one comes. */
public final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(1);

    private final Runnable task;
    private final BackOff gaps;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    private Rounds(String name, Duration interval, RandomGenerator random, Runnable task) {
        this.task = task;
        this.gaps = new BackOff(interval, interval, random);
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Starts; between two rounds there is half the interval to the whole of it, by chance. */
    public static Rounds start(String name, Duration interval, RandomGenerator random, Runnable task) {
        Rounds rounds = new Rounds(name, interval, random, task);
        rounds.thread.start();
        return rounds;
    }

    private void run() {
        try {
            int failures = 0;
            while (!closing.await(gaps.gap(0).toNanos(), TimeUnit.NANOSECONDS)) {
                failures = doOne(failures);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many rounds in a row have failed now. */
    private int doOne(int failuresBefore) {
        try {
            task.run();
            return 0;
        } catch (RuntimeException e) {
            int failures = failuresBefore + 1;
            if (Integer.bitCount(failures) == 1) {
                LOG.warn("A round failed, {} in a row: {}", failures, e.toString());
            }
            return failures;
        }
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Lets a round that is under way end, for a second at most. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(PATIENCE_AT_THE_END)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
