package dev.greenroom.api.privacy;

import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Erases on request. The sessions are locked first: whoever moves an interview on, an answer or a worker's result, has
 * done so before, and what it wrote goes too, or finds nothing to move on.
 */
@ApplicationScoped
class Erasure {

    private static final int CHUNK = 500;

    private static final String LOCK_ONE =
            "select id from session where id = :session and tenant_id = :tenant for update";

    private static final String LOCK_ALL = "select id from session where tenant_id = :tenant"
            + " and candidate_ref = :candidate order by id for update";

    private static final String MASTERY = """
            with doomed as (
                select question_id, concept_id from mastery
                where tenant_id = :tenant and candidate_ref = :candidate
                order by question_id, concept_id for update)
            delete from mastery using doomed where tenant_id = :tenant and candidate_ref = :candidate
                and mastery.question_id = doomed.question_id and mastery.concept_id = doomed.concept_id""";

    private final Session database;
    private final SessionRemains remains;
    private final AuditLog audit;

    Erasure(Session database, SessionRemains remains, AuditLog audit) {
        this.database = database;
        this.remains = remains;
        this.audit = audit;
    }

    @Transactional
    void eraseSession(UUID tenant, String sessionId) {
        UUID session = IdKind.SESSION
                .parse(sessionId)
                .flatMap(id -> database.createNativeQuery(LOCK_ONE, UUID.class)
                        .setParameter("session", id)
                        .setParameter("tenant", tenant)
                        .uniqueResultOptional())
                .orElseThrow(() -> new Fault.Missing("session", sessionId));
        remains.delete(List.of(session));
        audit.note(AuditAction.SESSION_ERASED, sessionId);
    }

    /** All sessions of a candidate and what is known of them; nothing, if there is nothing. */
    @Transactional
    void eraseCandidate(UUID tenant, String candidateRef) {
        List<UUID> sessions = database.createNativeQuery(LOCK_ALL, UUID.class)
                .setParameter("tenant", tenant)
                .setParameter("candidate", candidateRef)
                .getResultList();
        for (int from = 0; from < sessions.size(); from += CHUNK) {
            remains.delete(sessions.subList(from, Math.min(from + CHUNK, sessions.size())));
        }
        database.createNativeMutationQuery(MASTERY)
                .setParameter("tenant", tenant)
                .setParameter("candidate", candidateRef)
                .executeUpdate();
        audit.note(AuditAction.CANDIDATE_ERASED, AuditLog.candidate(tenant, candidateRef));
    }
}
