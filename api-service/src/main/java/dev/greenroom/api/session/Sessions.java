package dev.greenroom.api.session;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.SessionStatus;
import dev.greenroom.model.interview.Turn;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored sessions. Whatever belongs to another tenant does not exist. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    public Session require(UUID tenant, String sessionId) {
        return require(tenant, sessionId, LockModeType.NONE);
    }

    /** The session, locked until the transaction ends: nobody else moves the interview on. */
    public Session requireLocked(UUID tenant, String sessionId) {
        return require(tenant, sessionId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Session require(UUID tenant, String sessionId, LockModeType lock) {
        return IdKind.SESSION
                .parse(sessionId)
                .map(id -> findById(id, lock))
                .filter(session -> session.tenantId().equals(tenant))
                .orElseThrow(() -> new Fault.Missing("session", sessionId));
    }

    /** Newest first, starting after {@code before}. */
    @Transactional
    List<Session> list(UUID tenant, Filter filter, @Nullable UUID before, int limit) {
        StringBuilder condition = new StringBuilder("tenantId = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
        if (before != null) {
            condition.append(" and id < :before");
            values.put("before", before);
        }
        if (filter.candidateRef() != null) {
            condition.append(" and candidateRef = :candidateRef");
            values.put("candidateRef", filter.candidateRef());
        }
        if (filter.status() != null) {
            condition.append(" and status = :status");
            values.put("status", filter.status());
        }
        if (filter.topic() != null) {
            condition.append(" and topic = :topic");
            values.put("topic", filter.topic());
        }
        return find(condition + " order by id desc", values)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The turns of a session, in the order in which they were asked. */
    List<Turn> listTurns(UUID sessionId) {
        return getEntityManager()
                .createQuery("from turn where sessionId = :session order by ordinal", Turn.class)
                .setParameter("session", sessionId)
                .getResultList();
    }

    /** The answers given in a session, by turn. */
    Map<UUID, UUID> answersByTurn(UUID sessionId) {
        Map<UUID, UUID> answers = new HashMap<>();
        getEntityManager()
                .createQuery("select turnId, id from answer where sessionId = :session", Object[].class)
                .setParameter("session", sessionId)
                .getResultStream()
                .forEach(row -> answers.put((UUID) row[0], (UUID) row[1]));
        return answers;
    }

    /** When the drafts of a session were saved, by turn. */
    Map<UUID, Instant> draftsByTurn(UUID sessionId) {
        Map<UUID, Instant> drafts = new HashMap<>();
        getEntityManager()
                .createQuery("select turnId, savedAt from draft where sessionId = :session", Object[].class)
                .setParameter("session", sessionId)
                .getResultStream()
                .forEach(row -> drafts.put((UUID) row[0], (Instant) row[1]));
        return drafts;
    }

    /** Which sessions to list; null leaves a property open. */
    record Filter(
            @Nullable String candidateRef,
            @Nullable SessionStatus status,
            @Nullable String topic) {}
}
