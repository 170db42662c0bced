package dev.greenroom.api.stream;

import dev.greenroom.api.live.SessionNews;
import dev.greenroom.api.problem.Fault;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/** Opens streams. */
@ApplicationScoped
class EventStreams {

    private final SessionHistory history;
    private final SessionNews news;
    private final OpenStreams open;
    private final StreamMetrics metrics;
    private final ExecutorService threads;
    private final Semaphore room;

    EventStreams(
            SessionHistory history,
            SessionNews news,
            OpenStreams open,
            StreamMetrics metrics,
            @VirtualThreads ExecutorService threads,
            StreamSettings settings) {
        this.history = history;
        this.news = news;
        this.open = open;
        this.metrics = metrics;
        this.threads = threads;
        this.room = new Semaphore(settings.readers());
    }

    /**
     * The events of a session, from the one after {@code seen} on, and those that happen from now on.
     *
     * @param hangUp ends the client's connection
     * @return empty when the client has seen all and nothing is to come
     */
    Optional<Multi<Signal>> open(UUID tenant, String sessionId, OptionalLong seen, Runnable hangUp) {
        Optional<SessionHistory.Place> place = history.open(tenant, sessionId, seen);
        if (place.isPresent() && open.isFull()) {
            metrics.refused();
            throw new Fault.Unavailable(
                    "overloaded", "This replica has as many event streams as it can keep; try again.");
        }
        return place.map(begin -> Multi.createFrom().deferred(() -> follow(begin, hangUp)));
    }

    private Multi<Signal> follow(SessionHistory.Place begin, Runnable hangUp) {
        UUID session = begin.session();
        SessionStream stream =
                new SessionStream(begin.after(), after -> read(session, after), threads, System::nanoTime);
        OpenStreams.Entry entry = new OpenStreams.Entry(session, stream, hangUp);
        SessionNews.Subscription subscription = news.follow(session, stream::ring);
        open.add(entry);
        return stream.signals(open.retry())
                .onItem()
                .invoke(this::count)
                .onTermination()
                .invoke(() -> {
                    subscription.cancel();
                    open.remove(entry);
                });
    }

    private void count(Signal signal) {
        if (signal instanceof Signal.Told) {
            metrics.told();
        }
    }

    /** Few at a time, so that requests find connections too when all streams have news at once. */
    private Chapter read(UUID session, long after) {
        room.acquireUninterruptibly();
        try {
            return history.read(session, after);
        } finally {
            room.release();
        }
    }
}
