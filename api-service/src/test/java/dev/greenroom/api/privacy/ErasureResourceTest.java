package dev.greenroom.api.privacy;

import static dev.greenroom.api.ApiTest.answer;
import static dev.greenroom.api.ApiTest.asHolderOf;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.currentTurn;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static dev.greenroom.api.ApiTest.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureResourceTest {

    private static final String[] ALL_THAT_HOLD_SOMETHING = {
        "answer", "draft", "evaluation", "idempotency_record", "mastery", "rescoring", "session", "turn"
    };

    private EveryTable tables;

    @BeforeEach
    void open() {
        tables = new EveryTable();
    }

    @Test
    void leavesNoWordOfASessionInAnyTable() throws SQLException {
        MarkedInterview interview = MarkedInterview.play("PRACTICE");
        assertThat(tables.holding(interview.word())).containsExactly(ALL_THAT_HOLD_SOMETHING);

        asTenant().delete("/v1/sessions/" + interview.session()).then().statusCode(204);

        assertThat(tables.holding(interview.word())).isEmpty();
        asTenant().get("/v1/sessions/" + interview.session()).then().statusCode(404);
        asTenant().get("/v1/answers/" + interview.answer()).then().statusCode(404);
        asTenant()
                .get("/v1/candidates/" + interview.candidate() + "/progress")
                .then()
                .statusCode(404);
        asTenant().delete("/v1/sessions/" + interview.session()).then().statusCode(404);
    }

    @Test
    void leavesNoIdOfASessionButInTheAuditLog() throws SQLException {
        String session = startSession("{\"topic\": \"django\"}");
        submit(session, "Something.");

        asTenant().delete("/v1/sessions/" + session).then().statusCode(204);

        String id = IdKind.SESSION.parse(session).orElseThrow().toString();
        // A message that was on its way to Kafka at that moment goes when it has arrived.
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(tables.holding(id)).isEmpty());
        assertThat(tables.holding(session)).containsExactly("audit_log");
    }

    @Test
    void leavesNoWordOfACandidateInAnyTable() throws SQLException {
        MarkedInterview interview = MarkedInterview.play("INTERVIEW");
        String second = startSession("{\"topic\": \"django\", \"candidateRef\": \"" + interview.candidate() + "\"}");
        submit(second, "Once more " + interview.word());
        String other = startSession("{\"topic\": \"django\", \"candidateRef\": \"somebody-else\"}");

        asTenant().delete("/v1/candidates/" + interview.candidate()).then().statusCode(204);

        assertThat(tables.holding(interview.word())).isEmpty();
        asTenant().get("/v1/sessions/" + second).then().statusCode(404);
        asTenant().get("/v1/sessions/" + other).then().statusCode(200);
    }

    @Test
    void erasesACandidateOfWhomOnlyMasteryIsLeft() throws SQLException {
        MarkedInterview interview = MarkedInterview.play("PRACTICE");
        execute("update mastery set answer_id = gen_random_uuid() where candidate_ref = '" + interview.candidate()
                + "'");
        asTenant().delete("/v1/sessions/" + interview.session()).then().statusCode(204);
        assertThat(tables.holding(interview.word()))
                .as("learnt from another session")
                .containsExactly("mastery");

        asTenant().delete("/v1/candidates/" + interview.candidate()).then().statusCode(204);

        assertThat(tables.holding(interview.word())).isEmpty();
    }

    @Test
    void erasesACandidateAgainWithoutComplaint() {
        asTenant().delete("/v1/candidates/nobody-ever-heard-of").then().statusCode(204);
    }

    @Test
    void repeatsNoResponseAboutWhatWasErased() {
        String session = startSession("{\"topic\": \"django\"}");
        String body = answer(currentTurn(session), "Forget me.");
        String key = "erased-" + UUID.randomUUID();
        send(session, key, body).then().statusCode(202);
        asTenant().delete("/v1/sessions/" + session).then().statusCode(204);

        send(session, key, body).then().statusCode(404).body("code", is("session_not_found"));
    }

    @Test
    void erasesResponsesThatTheReleaseBeforeHasKept() throws SQLException {
        MarkedInterview interview = MarkedInterview.play("PRACTICE");
        execute("update idempotency_record set session_id = null where key like '%" + interview.word() + "'");

        asTenant().delete("/v1/sessions/" + interview.session()).then().statusCode(204);

        assertThat(tables.holding(interview.word())).isEmpty();
    }

    @Test
    void erasesWhatAWorkerIsJustWriting() throws Exception {
        String word = "canary" + UUID.randomUUID();
        String session = startSession("{\"topic\": \"django\", \"candidateRef\": \"" + word + "\"}");
        UUID answer = IdKind.ANSWER.parse(submit(session, word)).orElseThrow();

        CompletableFuture<Integer> erasure;
        try (Connection worker = OwnersConnection.open()) {
            worker.setAutoCommit(false);
            MarkedInterview.writeResult(worker, word, answer, TimeOrderedIds.next());
            erasure = CompletableFuture.supplyAsync(
                    () -> asTenant().delete("/v1/sessions/" + session).statusCode());
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaitsForASession);
            assertThat(erasure).isNotDone();
            worker.commit();
        }

        assertThat(erasure.join()).isEqualTo(204);
        assertThat(tables.holding(word)).isEmpty();
    }

    @Test
    void keepsTheNumbersOfWhatWasUsed() throws SQLException {
        String before = usage();
        String session = startSession("{\"topic\": \"django\"}");
        submit(session, "Counted.");
        String used = usage();
        assertThat(used).isNotEqualTo(before);

        asTenant().delete("/v1/sessions/" + session).then().statusCode(204);

        assertThat(usage()).isEqualTo(used);
        assertThat(text("select erased_sessions > 0 and erased_answers > 0 from usage_day order by day desc limit 1"))
                .isEqualTo("t");
    }

    @Test
    void doesNotTouchWhatBelongsToAnotherTenant() throws SQLException {
        MarkedInterview interview = MarkedInterview.play("PRACTICE");
        UUID stranger = UUID.randomUUID();
        execute("insert into tenant (id, name, created_at) values ('" + stranger + "', 'stranger', now())");
        for (String table : ALL_THAT_HOLD_SOMETHING) {
            execute("update " + table + " x set tenant_id = '" + stranger + "' where strpos(x::text, '"
                    + interview.word() + "') > 0");
        }

        asTenant()
                .delete("/v1/sessions/" + interview.session())
                .then()
                .statusCode(404)
                .body("code", is("session_not_found"));
        asTenant().delete("/v1/candidates/" + interview.candidate()).then().statusCode(204);

        assertThat(tables.holding(interview.word())).containsExactly(ALL_THAT_HOLD_SOMETHING);
    }

    @Test
    void opensOnlyToThoseWhoMayChangeSessions() {
        String reader = sending("{\"name\": \"reader\", \"scopes\": [\"sessions:read\"]}")
                .post("/v1/api-keys")
                .path("secret");

        String session = startSession("{\"topic\": \"django\"}");

        asHolderOf(reader).delete("/v1/candidates/somebody").then().statusCode(403);
        asHolderOf(reader).delete("/v1/sessions/" + session).then().statusCode(403);
        asHolderOf(token(session)).delete("/v1/sessions/" + session).then().statusCode(403);
        asHolderOf(token(session)).delete("/v1/candidates/somebody").then().statusCode(403);
        RestAssured.delete("/v1/candidates/somebody").then().statusCode(401);
    }

    private static Response send(String session, String key, String body) {
        return sending(body).header("Idempotency-Key", key).post("/v1/sessions/" + session + "/answers");
    }

    private static String usage() {
        return asTenant().get("/v1/usage").then().statusCode(200).extract().asString();
    }

    private boolean somebodyWaitsForASession() throws SQLException {
        return text("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query like 'select id from session%'")
                .equals("1");
    }

    private void execute(String sql) throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update(sql);
        }
    }

    private String text(String query) throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            return owner.text(query);
        }
    }
}
