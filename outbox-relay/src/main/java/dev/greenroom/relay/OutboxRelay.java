package dev.greenroom.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes committed outbox rows, oldest first, on a thread of its own. A row leaves the outbox in the transaction
 * that waits for the brokers to have it: nothing is lost, and after a crash some messages come twice.
 *
 * <p>Several relays may share an outbox. The order of a key's messages holds within one relay; readers that need it
 * across relays go by the event's cursor. While Kafka or the database is away, rows stay and the relay tries again.
 */
public final class OutboxRelay implements AutoCloseable {

    private final DataSource dataSource;
    private final Publication publication;
    private final RelaySettings settings;
    private final Trouble trouble;
    private final Thread thread =
            Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable Instant oldestUnsent;

    private OutboxRelay(DataSource dataSource, Producer<String, String> producer, RelaySettings settings) {
        this.dataSource = dataSource;
        this.publication = new Publication(producer);
        this.settings = settings;
        this.trouble = new Trouble(settings.longestBackOff());
    }

    /** Starts a relay. It closes neither the data source nor the producer. */
    public static OutboxRelay start(DataSource dataSource, Producer<String, String> producer, RelaySettings settings) {
        OutboxRelay relay = new OutboxRelay(dataSource, producer, settings);
        relay.thread.start();
        return relay;
    }

    /** Says that rows have been committed. Cheap, never blocks; calls that come while the relay is busy count as one. */
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Publishes what is still there, as far as the drain time of the settings allows, and stops. */
    @Override
    public void close() {
        closing.countDown();
        wake();
        if (!joined(settings.drain())) {
            thread.interrupt();
            joined(settings.drain());
        }
    }

    private boolean joined(Duration patience) {
        try {
            return thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the thread is at work: false after {@link #close} and after an error that nobody survives. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** How many messages the brokers have taken. */
    public long published() {
        return published.get();
    }

    /** How many tries have failed. */
    public long failures() {
        return failures.get();
    }

    /** How long the oldest row that could not be sent has been waiting at {@code now}; zero while all goes well. */
    public Duration oldestAge(Instant now) {
        Instant oldest = oldestUnsent;
        return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }

    private void run() {
        try {
            while (!isClosing()) {
                awaitWork();
                drain(this::isClosing);
            }
            drain(() -> true);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWork() throws InterruptedException {
        boolean woken = work.tryAcquire(settings.pollInterval().toNanos(), TimeUnit.NANOSECONDS);
        if (woken) {
            work.drainPermits();
        }
    }

    private void drain(BooleanSupplier givesUp) throws InterruptedException {
        while (true) {
            try {
                while (publishBatch()) {
                    trouble.over();
                }
                trouble.over();
                return;
            } catch (SQLException | Unpublished | RuntimeException e) {
                failures.incrementAndGet();
                Duration gap = trouble.note(e);
                if (givesUp.getAsBoolean() || closing.await(gap.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        }
    }

    /** Returns whether there may be more. */
    private boolean publishBatch() throws SQLException, Unpublished, InterruptedException {
        try (OutboxTransaction transaction = OutboxTransaction.begin(dataSource)) {
            List<OutboxRow> rows = transaction.take(settings.batchSize());
            oldestUnsent = rows.isEmpty() ? null : rows.getFirst().createdAt();
            publication.publish(rows);
            transaction.commit();
            oldestUnsent = null;
            published.addAndGet(rows.size());
            return rows.size() == settings.batchSize();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}
