package dev.greenroom.api.privacy;

import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.api.privacy.OverdueSessions.Overdue;
import dev.greenroom.model.id.IdKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/**
 * Erases sessions whose time is over. All replicas may do it at once, since each skips what another one has locked; few
 * go in one transaction, so that nobody waits long.
 */
@Startup // so that its metric is there before the first session goes
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final String ACTOR = "retention";
    private static final int BATCH = 100;

    private final OverdueSessions overdue;
    private final SessionRemains remains;
    private final AuditLog audit;
    private final Counter erased;

    Retention(OverdueSessions overdue, SessionRemains remains, AuditLog audit, MeterRegistry registry) {
        this.overdue = overdue;
        this.remains = remains;
        this.audit = audit;
        this.erased = registry.counter("greenroom.retention.sessions");
    }

    @Scheduled(
            every = "{greenroom.retention.every}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void erase() {
        try {
            eraseAll(overdue::lockByTheirOwnDays);
            eraseAll(overdue::lockByDefault);
        } catch (RuntimeException e) {
            LOG.warnf("Sessions whose time is over stay until the next round: %s", e.toString());
        }
    }

    private void eraseAll(IntFunction<List<Overdue>> lock) {
        int gone;
        do {
            gone = QuarkusTransaction.requiringNew().call(() -> eraseSome(lock.apply(BATCH)));
            erased.increment(gone);
        } while (gone == BATCH);
    }

    private int eraseSome(List<Overdue> sessions) {
        remains.delete(sessions.stream().map(Overdue::session).toList());
        sessions.forEach(over ->
                audit.note(over.tenant(), ACTOR, AuditAction.SESSION_ERASED, IdKind.SESSION.format(over.session())));
        return sessions.size();
    }
}
