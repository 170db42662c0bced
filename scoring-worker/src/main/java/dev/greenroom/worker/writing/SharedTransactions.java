package dev.greenroom.worker.writing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets results that come shortly after each other share a transaction, because most of what a transaction costs is the
 * same for one result and for eight.
 *
 * <p>A result waits for company only while others are expected, so a lone one is never held up. The first of a group
 * writes for all. If that fails, each is written by itself: the trouble of one is not that of the
 * others.
 */
final class SharedTransactions {

    static final int MOST = 8;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private final Function<List<ScoredAnswer>, Set<UUID>> transaction;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int expected;
    private @Nullable SharedTransaction open;

    /** @param transaction writes results of different sessions and commits; returns the answers whose results count */
    SharedTransactions(Function<List<ScoredAnswer>, Set<UUID>> transaction) {
        this.transaction = transaction;
    }

    /** Announces a result: those that are ready wait a little for it. */
    Expectation expect() {
        locked(() -> expected++);
        return new Expectation();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A result that is on its way; to be closed whatever becomes of it. */
    final class Expectation implements AutoCloseable {

        private boolean over;

        /** Writes the result, which may be repeated; returns whether it counts. */
        boolean write(ScoredAnswer result) {
            SharedTransaction shared = join(result);
            if (shared.isLedBy(result)) {
                waitForCompany(shared);
                shared.write(transaction);
            }
            return shared.await(result, transaction);
        }

        private SharedTransaction join(ScoredAnswer result) {
            lock.lock();
            try {
                endWaiting();
                SharedTransaction joined = open;
                if (joined != null && joined.takes(result)) {
                    joined.add(result);
                } else {
                    joined = new SharedTransaction(result);
                    open = joined;
                }
                changed.signalAll();
                return joined;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            locked(this::endWaiting);
        }

        private void endWaiting() {
            expected -= over ? 0 : 1;
            over = true;
        }
    }

    /** Until the transaction is full, or nobody else is expected, or the wait has become long; nobody joins it then. */
    private void waitForCompany(SharedTransaction shared) {
        lock.lock();
        try {
            long left = LONGEST_WAIT.toNanos();
            while (open == shared && !shared.isFull() && expected > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open = open == shared ? null : open;
            lock.unlock();
        }
    }
}
