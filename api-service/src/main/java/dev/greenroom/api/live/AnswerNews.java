package dev.greenroom.api.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells those who wait for an answer that something happened to it. */
@ApplicationScoped
public class AnswerNews {

    private final Map<UUID, Set<Watch>> watches = new ConcurrentHashMap<>();

    /** Starts to listen for news of an answer; close the watch when done. */
    public Watch watch(UUID answerId) {
        Watch watch = new Watch(answerId);
        watches.computeIfAbsent(answerId, _ -> ConcurrentHashMap.newKeySet()).add(watch);
        return watch;
    }

    void publish(UUID answerId) {
        watches.getOrDefault(answerId, Set.of()).forEach(watch -> watch.news.release());
    }

    /** Whether anybody waits for news of any answer. */
    boolean isAwaited() {
        return !watches.isEmpty();
    }

    /** One listener. */
    public final class Watch implements AutoCloseable {

        private final UUID answerId;
        private final Semaphore news = new Semaphore(0);

        private Watch(UUID answerId) {
            this.answerId = answerId;
        }

        /** Blocks until there is news since the last call; false when the patience is over first. */
        public boolean awaitNews(Duration patience) {
            try {
                boolean came = news.tryAcquire(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
                news.drainPermits();
                return came;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            watches.computeIfPresent(answerId, (_, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
