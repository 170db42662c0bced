package dev.greenroom.api.answer;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.StoredEvaluation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored answers, as clients see them. Whatever belongs to another tenant does not exist. */
@ApplicationScoped
class Answers {

    /** All that a view of an answer shows, in one statement: who waits for feedback asks for it again and again. */
    private static final String VIEWED = """
            select a, s, e.body from answer a join session s on s.id = a.sessionId
            left join evaluation e on e.answerId = a.id
                and e.version = (select max(x.version) from evaluation x where x.answerId = a.id)
            where a.id = :id and a.tenantId = :tenant""";

    private final EntityManager database;

    Answers(EntityManager database) {
        this.database = database;
    }

    @Transactional
    AnswerView get(UUID tenant, String answerId) {
        return IdKind.ANSWER
                .parse(answerId)
                .map(id -> findViewed(tenant, id))
                .map(row -> AnswerView.of(
                        row.get(0, Answer.class),
                        row.get(2, Evaluation.class),
                        row.get(1, Session.class).withholdsFeedback()))
                .orElseThrow(() -> new Fault.Missing("answer", answerId));
    }

    private @Nullable Tuple findViewed(UUID tenant, UUID id) {
        return database.createQuery(VIEWED, Tuple.class)
                .setParameter("id", id)
                .setParameter("tenant", tenant)
                .getSingleResultOrNull();
    }

    /** All evaluations of an answer, oldest first. */
    @Transactional
    List<Evaluation> evaluations(UUID tenant, String answerId) {
        Answer answer = require(tenant, answerId);
        if (requireSession(answer, LockModeType.NONE).withholdsFeedback()) {
            throw new Fault.Conflict("feedback_withheld", "The feedback is kept back until the session is over.");
        }
        return listEvaluations(answer);
    }

    Answer require(UUID tenant, String answerId) {
        return IdKind.ANSWER
                .parse(answerId)
                .map(id -> database.find(Answer.class, id))
                .filter(answer -> answer.tenantId().equals(tenant))
                .orElseThrow(() -> new Fault.Missing("answer", answerId));
    }

    /** The session of an answer, locked until the transaction ends. */
    Session requireSessionLocked(Answer answer) {
        return requireSession(answer, LockModeType.PESSIMISTIC_WRITE);
    }

    /** It is gone if it was erased since the answer was read, and the answer is gone with it. */
    private Session requireSession(Answer answer, LockModeType lock) {
        return Optional.ofNullable(database.find(Session.class, answer.sessionId(), lock))
                .orElseThrow(() -> new Fault.Missing("answer", IdKind.ANSWER.format(answer.id())));
    }

    private List<Evaluation> listEvaluations(Answer answer) {
        return database.createQuery("from evaluation where answerId = :answer order by version", StoredEvaluation.class)
                .setParameter("answer", answer.id())
                .getResultStream()
                .map(StoredEvaluation::body)
                .toList();
    }

    @Nullable Evaluation findNewest(Answer answer) {
        List<Evaluation> evaluations = listEvaluations(answer);
        return evaluations.isEmpty() ? null : evaluations.getLast();
    }
}
