package dev.greenroom.api.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells those who wait for an answer that it has its last word. */
@ApplicationScoped
public class AnswerNews {

    private final Listeners watches = new Listeners();
    private volatile boolean ending;

    /** Starts to listen for news of an answer; close the watch when done. */
    public Watch watch(UUID answerId) {
        return new Watch(answerId);
    }

    void publish(UUID answerId) {
        watches.call(answerId);
    }

    /** When the service is asked to stop, nobody waits any longer: each is answered with what there is by now. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
        watches.callAll();
    }

    /** Whether anybody waits for news of any answer. */
    boolean isAwaited() {
        return !watches.isEmpty();
    }

    /** One listener. */
    public final class Watch implements AutoCloseable {

        private final UUID answerId;
        private final Semaphore news = new Semaphore(0);
        private final Runnable listener = news::release;

        private Watch(UUID answerId) {
            this.answerId = answerId;
            watches.add(answerId, listener);
        }

        /** Blocks until there is news since the last call; false when the patience or the service is over first. */
        public boolean awaitNews(Duration patience) {
            try {
                boolean came = !ending && news.tryAcquire(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
                news.drainPermits();
                return came && !ending;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            watches.remove(answerId, listener);
        }
    }
}
