package dev.greenroom.api.trial;

import static dev.greenroom.api.ApiTest.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** With what a worker would do, since none runs here; the tests' patience is short. */
@QuarkusTest
class TryResourceTest {

    private static final String URL = "/v1/questions/django-orm-n-plus-one/try";

    private static final String ASSESSMENT = """
            {"status": "SCORED", "score": {"value": 72, "max": 100, "band": "SOLID", "spread": 4, "confidence": "HIGH",
             "needsReview": false}, "criteria": [], "concepts": [], "misconceptions": [], "strengths": [],
             "improvements": [], "modelAnswer": "…", "flags": [], "provenance": {"scorer": "RUBRIC", "model": "m",
             "rubric": "technical@1", "question": "django-orm-n-plus-one@1", "inputHash": "sha256:0", "latencyMs": 3}}""";

    @Inject
    Session database;

    private final String sample = "Sample " + UUID.randomUUID();

    @Test
    void givesWhatTheWorkerFoundAndKeepsNothing() {
        CompletableFuture<Response> response = CompletableFuture.supplyAsync(this::tried);

        finish(ASSESSMENT);

        response.join()
                .then()
                .statusCode(200)
                .body("score.value", is(72))
                .body("score.band", is("SOLID"))
                .body("provenance.rubric", is("technical@1"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void saysThatNoWorkerAnsweredAndKeepsNothing() {
        tried().then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", is("no_worker"));

        assertThat(waiting()).isEmpty();
    }

    @Test
    void saysThatTheWorkerCouldNotScoreTheSample() {
        CompletableFuture<Response> response = CompletableFuture.supplyAsync(this::tried);

        finish(null);

        response.join().then().statusCode(503).body("code", is("trial_failed"));
    }

    @Test
    void doesNotKnowEveryQuestionAndFollowUp() {
        sending("{\"text\": \"A sample\"}")
                .post("/v1/questions/what-is-love/try")
                .then()
                .statusCode(404)
                .body("code", is("question_not_found"));
        sending("{\"text\": \"A sample\", \"followUpId\": \"nothing\"}")
                .post(URL)
                .then()
                .statusCode(422)
                .body("code", is("unknown_follow_up"))
                .body("errors[0].pointer", is("/followUpId"));
    }

    @Test
    void refusesASampleThatSaysNothing() {
        sending("{\"text\": \" \"}").post(URL).then().statusCode(422).body("errors[0].pointer", is("/text"));
    }

    private Response tried() {
        return sending("{\"text\": \"%s\"}".formatted(sample)).post(URL);
    }

    private void finish(@org.jspecify.annotations.Nullable String assessment) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(QuarkusTransaction.requiringNew()
                                .call(() -> database.createNativeMutationQuery(
                                                "update trial set done_at = now(), result = cast(:result as jsonb)"
                                                        + " where text = :text")
                                        .setParameter("result", assessment)
                                        .setParameter("text", sample)
                                        .executeUpdate()))
                        .isEqualTo(1));
    }

    private List<String> waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select text from trial where text = :text", String.class)
                        .setParameter("text", sample)
                        .getResultList());
    }
}
