package dev.greenroom.api.answer;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.api.FakeWorker;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswerResourceTest {

    private final FakeWorker worker;

    @Inject
    AnswerResourceTest(EntityManager database) {
        this.worker = new FakeWorker(database);
    }

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

        worker.score(answer, 72);

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
        worker.score(answer, 72);

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
        worker.score(answer, 50);

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

    @ParameterizedTest(name = "{0} in the database")
    @ValueSource(strings = {"SCORING", "QUEUED"})
    void showsThePreliminaryEvaluationWhileAJudgeIsAtWork(String stored) {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "What does the judge say?");
        worker.preliminary(answer, 61, stored);

        asTenant()
                .header("Prefer", "wait=1")
                .when()
                .get("/v1/answers/" + answer)
                .then()
                .statusCode(200)
                .body("status", is("SCORING"))
                .body("evaluation.stage", is("PRELIMINARY"))
                .body("evaluation.score.value", is(61));
    }

    @Test
    void holdsTheRequestUntilTheJudgeHasSpoken() {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Take your time.");
        worker.preliminary(answer, 61, "SCORING");
        CompletableFuture<Integer> points = CompletableFuture.supplyAsync(() -> asTenant()
                .header("Prefer", "wait=25")
                .get("/v1/answers/" + answer)
                .path("evaluation.score.value"));

        worker.score(answer, 72);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(points::isDone);
        assertThat(points.join()).isEqualTo(72);
    }

    @Test
    void listsEvaluationsOldestFirstEachNamingWhatItSupersedes() {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Both, please.");
        worker.preliminary(answer, 61, "SCORING");
        worker.score(answer, 72);

        JsonPath page = asTenant()
                .when()
                .get("/v1/answers/" + answer + "/evaluations")
                .then()
                .body("items.stage", contains("PRELIMINARY", "FINAL"))
                .body("items.version", contains(1, 2))
                .body("items[0].supersedes", nullValue())
                .extract()
                .jsonPath();
        assertThat(page.getString("items[1].supersedes")).isEqualTo(page.getString("items[0].id"));
    }

    @Test
    void keepsThePreliminaryEvaluationBackInAnInterview() {
        String answer = submit(startSession("{\"topic\": \"django\", \"mode\": \"INTERVIEW\"}"), "And now?");
        worker.preliminary(answer, 61, "QUEUED");

        asTenant()
                .when()
                .get("/v1/answers/" + answer)
                .then()
                .body("status", is("SCORING"))
                .body("feedbackWithheld", is(true))
                .body("evaluation", nullValue());
    }
}
