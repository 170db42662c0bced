package dev.greenroom.api.stream;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks for events of which the topic has not told: Kafka may be away, and who reads its topic from the end misses what
 * came before. One statement for all streams.
 */
@ApplicationScoped
class Lookout {

    private static final Logger LOG = Logger.getLogger(Lookout.class);

    private final SessionHistory history;
    private final OpenStreams streams;

    Lookout(SessionHistory history, OpenStreams streams) {
        this.history = history;
        this.streams = streams;
    }

    @Scheduled(every = "{greenroom.stream.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Set<UUID> sessions = streams.sessions();
        if (sessions.isEmpty()) {
            return;
        }
        try {
            Map<UUID, Long> newest = history.newest(sessions);
            sessions.forEach(session -> tell(session, newest));
        } catch (RuntimeException e) {
            LOG.warnf("Event streams go by the topic alone until the next look: %s", e.toString());
        }
    }

    /** A session that is gone has no more events, which its streams find when they look for some. */
    private void tell(UUID session, Map<UUID, Long> newest) {
        long last = newest.getOrDefault(session, Long.MAX_VALUE);
        streams.of(session).forEach(stream -> stream.ringFor(last));
    }
}
