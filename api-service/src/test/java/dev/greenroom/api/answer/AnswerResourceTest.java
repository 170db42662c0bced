package dev.greenroom.api.answer;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

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
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnswerResourceTest {

    @Inject
    EntityManager database;

    @Test
    void showsAnAnswerThatWaits() {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Wait for me.");

        asTenant()
                .when()
                .get("/v1/answers/" + answer)
                .then()
                .statusCode(200)
                .body("status", is("QUEUED"))
                .body("evaluation", nullValue());
    }

    @Test
    void holdsTheRequestUntilTheFeedbackIsThere() {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Feedback, please.");
        CompletableFuture<String> status = CompletableFuture.supplyAsync(() -> asTenant()
                .header("Prefer", "wait=25")
                .get("/v1/answers/" + answer)
                .path("status"));

        score(answer, 72);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(status::isDone);
        assertThat(status.join()).isEqualTo("SCORED");
    }

    @Test
    void givesUpWaitingWhenThePatienceIsOver() {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Nobody scores me.");

        asTenant()
                .header("Prefer", "wait=1")
                .when()
                .get("/v1/answers/" + answer)
                .then()
                .statusCode(200)
                .body("status", is("QUEUED"));
    }

    @Test
    void showsTheFeedbackOfAScoredAnswer() {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Score me.");
        score(answer, 72);

        asTenant()
                .when()
                .get("/v1/answers/" + answer)
                .then()
                .body("status", is("SCORED"))
                .body("evaluation.score.value", is(72))
                .body("evaluation.score.band", is("SOLID"))
                .body("evaluation.provenance.scorer", is("RUBRIC"));
        asTenant()
                .when()
                .get("/v1/answers/" + answer + "/evaluations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].version", is(1));
    }

    @Test
    void keepsFeedbackBackUntilAnInterviewIsOver() {
        String session = startSession("{\"topic\": \"django\", \"mode\": \"INTERVIEW\"}");
        String answer = submit(session, "How did I do?");
        score(answer, 50);

        asTenant()
                .when()
                .get("/v1/answers/" + answer)
                .then()
                .body("status", is("SCORED"))
                .body("feedbackWithheld", is(true))
                .body("evaluation", nullValue());
        asTenant()
                .when()
                .get("/v1/answers/" + answer + "/evaluations")
                .then()
                .statusCode(409)
                .body("code", is("feedback_withheld"));

        asTenant().post("/v1/sessions/" + session + "/complete").then().statusCode(200);
        asTenant().when().get("/v1/answers/" + answer).then().body("evaluation.score.value", is(50));
    }

    /** Does to the database what a worker does. */
    private void score(String answerId, int points) {
        UUID id = IdKind.ANSWER.parse(answerId).orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            Answer answer = database.find(Answer.class, id);
            Session session = database.find(Session.class, answer.sessionId());
            database.createNativeQuery("update answer set status = 'SCORED' where id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            database.persist(new StoredEvaluation(TimeOrderedIds.next(), answer, evaluation(answerId, points)));
            InterviewEvent scored =
                    new InterviewEvent(session, EventType.ANSWER_SCORED, answer.turnId(), id, Instant.now());
            database.persist(scored);
            database.persist(OutboxMessage.of(scored.envelope(null)));
        });
    }

    private static Evaluation evaluation(String answerId, int points) {
        return new Evaluation(
                IdKind.EVALUATION.format(TimeOrderedIds.next()),
                answerId,
                1,
                null,
                Stage.FINAL,
                EvaluationStatus.SCORED,
                null,
                Score.of(points, 4, Confidence.HIGH, false),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "What a strong candidate says.",
                new Delivery(3, null, null, null),
                List.of(),
                null,
                new Provenance(
                        Scorer.RUBRIC, "model", null, "technical@1", "django-mvt-vs-mvc@1", "sha256:0", 41, null, null),
                Instant.now());
    }
}
