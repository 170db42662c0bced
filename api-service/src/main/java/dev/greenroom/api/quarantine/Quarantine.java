package dev.greenroom.api.quarantine;

import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.api.outbox.Outbox;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.trace.Traceparent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The answers of a tenant that no attempt could score. */
@ApplicationScoped
class Quarantine {

    // Ids grow with time, so this is newest first.
    private static final String LIST = """
            select id, session_id, turn_id, reason, failures, submitted_at from answer
            where tenant_id = :tenant and status = 'FAILED' and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :limit""";

    private static final String NEXT_VERSION =
            "select cast(coalesce(max(version), 0) + 1 as int) from evaluation where answer_id = :id";

    private final Session database;
    private final Outbox outbox;
    private final Clock clock;
    private final AuditLog audit;

    Quarantine(Session database, Outbox outbox, Clock clock, AuditLog audit) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    /** Newest first, starting after {@code before}. */
    @Transactional
    List<QuarantinedAnswer> list(UUID tenant, @Nullable UUID before, int limit) {
        return database.createNativeQuery(LIST, Tuple.class)
                .setParameter("tenant", tenant)
                .setParameter("before", before, UUID.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Quarantine::view)
                .toList();
    }

    private static QuarantinedAnswer view(Tuple row) {
        return QuarantinedAnswer.of(
                row.get("id", UUID.class),
                row.get("session_id", UUID.class),
                row.get("turn_id", UUID.class),
                row.get("reason", String.class),
                row.get("failures", Integer.class),
                row.get("submitted_at", Instant.class));
    }

    /** Lets the workers try again, with all their attempts; part of the caller's transaction. */
    RetriedAnswer retry(UUID tenant, String answerId) {
        Answer answer = requireLocked(tenant, answerId);
        if (answer.status() != AnswerStatus.FAILED) {
            throw new Fault.Conflict("not_in_quarantine", "The answer was not given up, so there is nothing to retry.");
        }
        Instant now = clock.instant();
        answer.scoreAnew(now);
        outbox.add(answer.announcement(nextVersion(answer), Traceparent.current(), now));
        audit.note(AuditAction.ANSWER_RETRIED, answerId);
        return RetriedAnswer.of(answer.id());
    }

    private Answer requireLocked(UUID tenant, String answerId) {
        return IdKind.ANSWER
                .parse(answerId)
                .map(id -> database.find(Answer.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(answer -> answer.tenantId().equals(tenant))
                .orElseThrow(() -> new Fault.Missing("answer", answerId));
    }

    private int nextVersion(Answer answer) {
        return database.createNativeQuery(NEXT_VERSION, Integer.class)
                .setParameter("id", answer.id())
                .getSingleResult();
    }
}
