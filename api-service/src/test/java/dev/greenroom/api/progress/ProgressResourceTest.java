package dev.greenroom.api.progress;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.model.id.IdKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** With what a worker would have written, since none runs here. */
@QuarkusTest
class ProgressResourceTest {

    private static final String QUESTION = "django-orm-n-plus-one";

    @Inject
    Session database;

    private final String candidate = "candidate-" + UUID.randomUUID();

    @Test
    void showsMasteryByConceptAndSectionAndWhatToPractiseNext() {
        String answer = answered("PRACTICE");
        scored(answer, 63);
        masters(answer, "query-per-object", 0.875, "COVERED");
        masters(answer, "select-related", 0.2, "MISSED");

        asTenant()
                .when()
                .get("/v1/candidates/" + candidate + "/progress")
                .then()
                .statusCode(200)
                .body("candidateRef", is(candidate))
                .body("concepts.conceptId", contains("query-per-object", "select-related"))
                .body("concepts[0].mastery", is(0.88f))
                .body("concepts[0].lastState", is("COVERED"))
                .body("concepts[0].section", is("orm"))
                .body("sections", hasSize(1))
                .body("sections[0].section", is("orm"))
                .body("sections[0].mastery", is(0.54f))
                .body("sections[0].concepts", is(2))
                .body("sections[0].history", hasSize(1))
                .body("sections[0].history[0].answers", is(1))
                .body("sections[0].history[0].meanScore", is(63))
                .body("practiseNext.questionId", contains(QUESTION))
                .body("practiseNext[0].weakConcepts.conceptId", contains("select-related"))
                .body("practiseNext[0].links.question", is("/v1/questions/" + QUESTION));
    }

    @Test
    void keepsBackWhatAnInterviewHasShownUntilItIsOver() {
        String answer = answered("INTERVIEW");
        scored(answer, 63);
        masters(answer, "query-per-object", 0.9, "COVERED");

        asTenant()
                .when()
                .get("/v1/candidates/" + candidate + "/progress")
                .then()
                .statusCode(200)
                .body("concepts", empty())
                .body("sections", empty());
    }

    @Test
    void isAPageThatMayRunNothing() {
        String answer = answered("PRACTICE");
        scored(answer, 63);
        masters(answer, "query-per-object", 0.875, "COVERED");
        masters(answer, "select-related", 0.2, "MISSED");

        asTenant()
                .accept("text/html")
                .when()
                .get("/v1/candidates/" + candidate + "/progress")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .body(containsString("<h1>" + candidate + "</h1>"))
                .body(containsString("<td>63</td>"))
                .body(containsString("88 % · last: Covered"))
                .body(containsString("Mastered so far: 54 %"));
    }

    @Test
    void keepsToOneTopic() {
        masters(answered("PRACTICE"), "query-per-object", 0.9, "COVERED");

        asTenant()
                .when()
                .get("/v1/candidates/" + candidate + "/progress?topic=cobol")
                .then()
                .statusCode(200)
                .body("concepts", empty());
    }

    @Test
    void doesNotKnowACandidateWhoNeverCame() {
        asTenant()
                .when()
                .get("/v1/candidates/" + candidate + "/progress")
                .then()
                .statusCode(404)
                .body("code", is("candidate_not_found"));
    }

    private String answered(String mode) {
        String session = startSession("""
                {"topic": "django", "questions": ["%s"], "candidateRef": "%s", "mode": "%s"}""".formatted(QUESTION, candidate, mode));
        return submit(session, "One query for the list and one more for each row.");
    }

    private void scored(String answer, int points) {
        change(
                "insert into evaluation (id, tenant_id, session_id, answer_id, version, stage, status, score, body,"
                        + " created_at) select gen_random_uuid(), tenant_id, session_id, id, 1, 'FINAL', 'SCORED', "
                        + points + ", '{}', now() from answer where id = :answer",
                answer);
    }

    private void masters(String answer, String concept, double value, String state) {
        change(
                "insert into mastery (tenant_id, candidate_ref, question_id, concept_id, label, value, observations,"
                        + " last_state, answer_id, first_seen_at, updated_at) select tenant_id, '" + candidate + "', '"
                        + QUESTION + "', '" + concept + "', 'A label', " + value + ", 3, '" + state
                        + "', id, now(), now() from answer where id = :answer",
                answer);
    }

    private void change(String sql, String answer) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(sql)
                        .setParameter("answer", IdKind.ANSWER.parse(answer).orElseThrow())
                        .executeUpdate());
    }
}
