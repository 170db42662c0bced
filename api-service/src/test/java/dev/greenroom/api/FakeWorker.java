package dev.greenroom.api;

import dev.greenroom.model.evaluation.Confidence;
import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.StoredEvaluation;
import dev.greenroom.model.outbox.OutboxMessage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does to the database what a worker does. */
public final class FakeWorker {

    private final EntityManager database;

    public FakeWorker(EntityManager database) {
        this.database = database;
    }

    /** Before it asks the judge. */
    public void preliminary(String answerId, int points, String status) {
        Outcome outcome = new Outcome(
                Stage.PRELIMINARY, EvaluationStatus.SCORED, Score.of(points, 4, Confidence.HIGH, false), null);
        store(answerId, status, EventType.ANSWER_PRELIMINARY, outcome);
    }

    /** In the end. */
    public void score(String answerId, int points) {
        Outcome outcome =
                new Outcome(Stage.FINAL, EvaluationStatus.SCORED, Score.of(points, 4, Confidence.HIGH, false), null);
        store(answerId, "SCORED", EventType.ANSWER_SCORED, outcome);
    }

    /** When there is nothing to give points for. */
    public void leaveUnscored(String answerId, String reason) {
        store(
                answerId,
                "UNSCORED",
                EventType.ANSWER_UNSCORED,
                new Outcome(Stage.FINAL, EvaluationStatus.UNSCORED, null, reason));
    }

    /** When it gives up. */
    public void fail(String answerId, String reason) {
        store(answerId, "FAILED", EventType.ANSWER_FAILED, null);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update answer set reason = :reason where id = :id")
                        .setParameter("reason", reason)
                        .setParameter("id", IdKind.ANSWER.parse(answerId).orElseThrow())
                        .executeUpdate());
    }

    private void store(String answerId, String status, EventType type, @Nullable Outcome outcome) {
        UUID id = IdKind.ANSWER.parse(answerId).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = Instant.now();
            Answer answer = database.find(Answer.class, id);
            Session session = database.find(Session.class, answer.sessionId());
            database.createNativeQuery("update answer set status = :status where id = :id")
                    .setParameter("status", status)
                    .setParameter("id", id)
                    .executeUpdate();
            if (outcome != null) {
                database.persist(new StoredEvaluation(
                        TimeOrderedIds.next(), answer, outcome.evaluation(answerId, findNewest(id), now)));
            }
            InterviewEvent event = new InterviewEvent(session, type, answer.turnId(), id, now);
            database.persist(event);
            database.persist(OutboxMessage.of(event.envelope()));
        });
    }

    private @Nullable Evaluation findNewest(UUID answer) {
        List<StoredEvaluation> evaluations = database.createQuery(
                        "from evaluation where answerId = :id order by version", StoredEvaluation.class)
                .setParameter("id", answer)
                .getResultList();
        return evaluations.isEmpty() ? null : evaluations.getLast().body();
    }

    private record Outcome(
            Stage stage,
            EvaluationStatus status,
            @Nullable Score score,
            @Nullable String reason) {

        Evaluation evaluation(String answerId, @Nullable Evaluation previous, Instant now) {
            return new Evaluation(
                    IdKind.EVALUATION.format(TimeOrderedIds.next()),
                    answerId,
                    previous == null ? 1 : previous.version() + 1,
                    previous == null ? null : previous.id(),
                    stage,
                    status,
                    reason,
                    score,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "What a strong candidate says.",
                    new Delivery(3, null, null, null),
                    List.of(),
                    null,
                    null,
                    new Provenance(
                            Scorer.RUBRIC,
                            "model",
                            null,
                            "technical@1",
                            "django-mvt-vs-mvc@1",
                            "sha256:0",
                            41,
                            null,
                            null),
                    now);
        }
    }
}
