package dev.greenroom.api.session;

import dev.greenroom.model.event.EventType;
import dev.greenroom.model.interview.Session;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Ends interviews that nobody goes on with. All replicas may look for them at once, since each skips what another one
 * has locked. A session whose last answer is still being scored waits for us and not for its candidate, and stays.
 */
@Startup // so that its metric is there before the first session expires
@ApplicationScoped
class SessionExpiry {

    private static final Logger LOG = Logger.getLogger(SessionExpiry.class);
    private static final int BATCH = 100;

    // What was started lately can't have waited long: the index shows the old ones and no more.
    private static final String ABANDONED = """
            select s.* from session s join turn t on t.id = s.current_turn_id
            where s.status = 'IN_PROGRESS' and s.created_at < :oldest and t.asked_at < :oldest
                and not exists (select 1 from draft d where d.turn_id = t.id and d.saved_at >= :oldest)
            order by s.created_at limit :batch for update of s skip locked""";

    private final org.hibernate.Session database;
    private final History history;
    private final SessionSettings settings;
    private final Clock clock;
    private final Counter expired;

    SessionExpiry(
            org.hibernate.Session database,
            History history,
            SessionSettings settings,
            Clock clock,
            MeterRegistry registry) {
        this.database = database;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
        this.expired = registry.counter("greenroom.sessions.expired");
    }

    @Scheduled(
            every = "{greenroom.session.expire-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        try {
            int ended;
            do {
                ended = QuarkusTransaction.requiringNew().call(this::expireSome);
                expired.increment(ended);
            } while (ended == BATCH);
        } catch (RuntimeException e) {
            LOG.warnf("Abandoned sessions stay open until the next round: %s", e.toString());
        }
    }

    private int expireSome() {
        Instant now = clock.instant();
        List<Session> abandoned = database.createNativeQuery(ABANDONED, Session.class)
                .setParameter("oldest", now.minus(settings.expireAfter()))
                .setParameter("batch", BATCH)
                .getResultList();
        for (Session session : abandoned) {
            session.expire(now);
            history.end(session, EventType.SESSION_EXPIRED, now);
        }
        return abandoned.size();
    }
}
