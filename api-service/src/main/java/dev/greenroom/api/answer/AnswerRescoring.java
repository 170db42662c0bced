package dev.greenroom.api.answer;

import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.api.outbox.Outbox;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.trace.Traceparent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has answers scored once more. The feedback that is there stays until the new one supersedes it. */
@ApplicationScoped
class AnswerRescoring {

    private final Answers answers;
    private final EntityManager database;
    private final Outbox outbox;
    private final Clock clock;
    private final AuditLog audit;

    AnswerRescoring(Answers answers, EntityManager database, Outbox outbox, Clock clock, AuditLog audit) {
        this.answers = answers;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    AnswerView rescore(UUID tenant, String answerId, RescoreAnswer order) {
        Answer answer = answers.require(tenant, answerId);
        // The session before the answer, as everywhere, so that no two transactions wait for each other.
        Session session = answers.requireSessionLocked(answer);
        database.refresh(answer, LockModeType.PESSIMISTIC_WRITE);
        requireFinal(answer);
        Evaluation newest = answers.findNewest(answer);
        queue(answer, newest, order.reason());
        audit.note(AuditAction.ANSWER_RESCORED, answerId);
        return AnswerView.of(answer, newest, session.withholdsFeedback());
    }

    private static void requireFinal(Answer answer) {
        if (!answer.status().isFinal()) {
            throw new Fault.Conflict("answer_not_final", "The answer is being scored; wait until its status is final.");
        }
    }

    private void queue(Answer answer, @Nullable Evaluation newest, String reason) {
        Instant now = clock.instant();
        int version = newest == null ? 1 : newest.version() + 1;
        answer.scoreAnew(now);
        database.persist(new Rescoring(TimeOrderedIds.next(), answer, version, reason, now));
        outbox.add(answer.announcement(version, Traceparent.current(), now));
    }
}
