package dev.greenroom.api.answer;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.model.id.IdKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RescoringResourceTest {

    private static final String ORDER = "{\"reason\": \"The candidate disputes the score.\"}";

    @Inject
    EntityManager database;

    @Test
    void queuesAnAnswerOnceMore() {
        String answer = finished("FAILED");

        sending(ORDER)
                .when()
                .post("/v1/answers/" + answer + "/rescore")
                .then()
                .statusCode(202)
                .header("Location", endsWith("/v1/answers/" + answer))
                .body("status", is("QUEUED"))
                .body("reason", nullValue());

        assertThat(column("select failures from answer where id = :id", answer)).containsExactly("0");
        assertThat(column("select reason from rescoring where answer_id = :id", answer))
                .containsExactly("The candidate disputes the score.");
    }

    @Test
    void takesEffectOnceUnderOneKey() {
        String answer = finished("SCORED");
        String key = "rescore-" + answer;

        sending(ORDER).header("Idempotency-Key", key).post("/v1/answers/" + answer + "/rescore");
        sending(ORDER)
                .header("Idempotency-Key", key)
                .when()
                .post("/v1/answers/" + answer + "/rescore")
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true");

        assertThat(column("select id from rescoring where answer_id = :id", answer))
                .hasSize(1);
    }

    @Test
    void refusesAnAnswerThatIsBeingScored() {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Not yet.");

        sending(ORDER)
                .when()
                .post("/v1/answers/" + answer + "/rescore")
                .then()
                .statusCode(409)
                .body("code", is("answer_not_final"));

        assertThat(column("select id from rescoring where answer_id = :id", answer))
                .isEmpty();
    }

    @Test
    void wantsAReason() {
        String answer = finished("SCORED");

        sending("{\"reason\": \" \"}")
                .when()
                .post("/v1/answers/" + answer + "/rescore")
                .then()
                .statusCode(422);
    }

    @Test
    void doesNotKnowAnAnswerThatIsNotThere() {
        sending(ORDER)
                .when()
                .post("/v1/answers/ans_01kB2m9fQ8Zr5tYw3xVn7N/rescore")
                .then()
                .statusCode(404);
    }

    @Test
    void goesWithTheInterviewThatIsErased() {
        String answer = finished("SCORED");
        sending(ORDER).post("/v1/answers/" + answer + "/rescore");
        UUID id = IdKind.ANSWER.parse(answer).orElseThrow();

        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "delete from session where id = (select session_id from answer where id = :id)")
                        .setParameter("id", id)
                        .executeUpdate());

        asTenant().when().get("/v1/answers/" + answer).then().statusCode(404);
        assertThat(column("select id from rescoring where answer_id = :id", answer))
                .isEmpty();
    }

    private String finished(String status) {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Score me again.");
        UUID id = IdKind.ANSWER.parse(answer).orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update answer set status = :status, failures = 5, reason = 'SOME_REASON' where id = :id")
                        .setParameter("status", status)
                        .setParameter("id", id)
                        .executeUpdate());
        return answer;
    }

    private List<String> column(String sql, String answer) {
        List<?> values = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql)
                        .setParameter("id", IdKind.ANSWER.parse(answer).orElseThrow())
                        .getResultList());
        return values.stream().map(String::valueOf).toList();
    }
}
