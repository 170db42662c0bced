package dev.greenroom.api.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The streams of this replica: looks after those that are silent, stuck, old or too many. */
@ApplicationScoped
class OpenStreams {

    /** Who is ended in favour of a newer stream had better not come back at once and end another one. */
    private static final int REPLACED_WAITS = 10;

    private final StreamSettings settings;
    private final StreamMetrics metrics;
    private final RandomGenerator random;
    private final Map<UUID, List<Entry>> bySession = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    OpenStreams(StreamSettings settings, StreamMetrics metrics, RandomGenerator random) {
        this.settings = settings;
        this.metrics = metrics;
        this.random = random;
    }

    boolean isFull() {
        return metrics.open() >= settings.atOnce();
    }

    /** When a client should come back: not when all others do. */
    Duration retry() {
        long usual = settings.retry().toMillis();
        return Duration.ofMillis(random.nextLong(usual / 2, usual + usual / 2 + 1));
    }

    void add(Entry entry) {
        metrics.opened();
        List<Entry> entries = bySession.merge(entry.session(), List.of(entry), OpenStreams::append);
        entries.stream()
                .limit(Math.max(0, entries.size() - settings.perSession()))
                .forEach(oldest -> oldest.stream().end(Ending.REPLACED, retry().multipliedBy(REPLACED_WAITS)));
        if (stopping) {
            entry.stream().end(Ending.STOPPING, retry());
        }
    }

    private static List<Entry> append(List<Entry> entries, List<Entry> more) {
        return Stream.concat(entries.stream(), more.stream()).toList();
    }

    void remove(Entry entry) {
        bySession.computeIfPresent(entry.session(), (_, entries) -> {
            List<Entry> others =
                    entries.stream().filter(other -> !other.equals(entry)).toList();
            return others.isEmpty() ? null : others;
        });
        metrics.ended(entry.stream().ending());
    }

    /** The sessions that are followed. */
    Set<UUID> sessions() {
        return Set.copyOf(bySession.keySet());
    }

    /** The streams of a session. */
    List<SessionStream> of(UUID session) {
        return bySession.getOrDefault(session, List.of()).stream()
                .map(Entry::stream)
                .toList();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAfter() {
        all().forEach(this::lookAfter);
    }

    private void lookAfter(Entry entry) {
        SessionStream stream = entry.stream();
        if (stream.isStuck(settings.writePatience())) {
            stream.cut();
            entry.hangUp().run();
        } else if (stream.isOlderThan(settings.longest())) {
            stream.end(Ending.AGED, retry());
        } else {
            stream.beat(settings.heartbeat());
        }
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        all().forEach(entry -> entry.stream().end(Ending.STOPPING, retry()));
    }

    private Stream<Entry> all() {
        return bySession.values().stream().flatMap(List::stream);
    }

    /**
     * A stream and its connection.
     *
     * @param hangUp ends the connection, whatever is still to be sent
     */
    record Entry(UUID session, SessionStream stream, Runnable hangUp) {}
}
