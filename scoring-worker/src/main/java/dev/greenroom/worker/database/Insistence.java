package dev.greenroom.worker.database;

import dev.greenroom.worker.pace.BackOff;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats work for as long as the database is away, so that an outage costs time and nothing else: no answer's retries,
 * no message's deliveries.
 */
@Singleton
public final class Insistence {

    private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);

    private final BackOff gaps;
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);

    public Insistence(RandomGenerator random) {
        this.gaps = new BackOff(Duration.ofMillis(50), Duration.ofSeconds(2), random);
    }

    /** Does the work, again and again; any other trouble than an outage goes to the caller at once. */
    public <T> T insist(Supplier<T> work) {
        return insist(work, () -> {});
    }

    /** Like {@link #insist(Supplier)}, for work that has no result. */
    public void insist(Runnable work) {
        insist(() -> {
            work.run();
            return work;
        });
    }

    /** Like {@link #insist(Supplier)}; {@code whileWaiting} is called before every gap. */
    public <T> T insist(Supplier<T> work, Runnable whileWaiting) {
        for (int failures = 0; ; failures++) {
            try {
                T result = work.get();
                noteSuccess();
                return result;
            } catch (RuntimeException e) {
                if (!Outage.isBehind(e)) {
                    throw e;
                }
                noteFailure(e);
                whileWaiting.run();
                if (isStoppedAfter(gaps.gap(failures))) {
                    throw e;
                }
            }
        }
    }

    /** From now on, trouble goes to the caller at once: there is no time left to wait. */
    public void stop() {
        stopped.countDown();
    }

    private boolean isStoppedAfter(Duration gap) {
        try {
            return stopped.await(gap.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Everything in flight fails at once, so the failures of all are counted together and few of them are logged. */
    private void noteFailure(RuntimeException trouble) {
        int failures = failuresInARow.incrementAndGet();
        if (Integer.bitCount(failures) == 1) {
            LOG.warn("The database is away, holding still; failure {} in a row: {}", failures, trouble.toString());
        }
    }

    private void noteSuccess() {
        if (failuresInARow.get() > 0) {
            int failures = failuresInARow.getAndSet(0);
            LOG.info("The database is back after {} failures", failures);
        }
    }
}
