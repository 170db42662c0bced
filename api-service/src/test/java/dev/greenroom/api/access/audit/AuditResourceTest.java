package dev.greenroom.api.access.audit;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.id.IdKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditResourceTest {

    @Test
    void tellsWhoMadeReplacedAndRevokedAKey() {
        String key = createKey("[\"sessions:read\"]");
        sending("{}").post("/v1/api-keys/" + key + "/rotate").then().statusCode(201);
        asTenant().delete("/v1/api-keys/" + key).then().statusCode(204);

        entriesOf(key)
                .body("items.action", contains("API_KEY_REVOKED", "API_KEY_ROTATED", "API_KEY_CREATED"))
                .body("items.actor", everyItem(startsWith("key_")))
                .body("items.actor", everyItem(not(is(key))))
                .body("items[0].id", startsWith("aud_"))
                .body("items[0].at", notNullValue());
    }

    @Test
    void tellsNothingOfWhatDidNotTakePlace() {
        String missing = "key_01kB2m9fQ8Zr5tYw3xVn7P";
        asTenant().delete("/v1/api-keys/" + missing).then().statusCode(404);
        String session = startSession("{\"topic\": \"django\"}");
        String answer = submit(session, "Not to be scored anew yet.");
        sending("{\"reason\": \"because\"}")
                .post("/v1/answers/" + answer + "/rescore")
                .then()
                .statusCode(409);

        entriesOf(missing).body("items", empty());
        entriesOf(answer).body("items", empty());
    }

    @Test
    void tellsOfADeedOnceHoweverOftenItsRequestIsSent() throws SQLException {
        String answer = submit(startSession("{\"topic\": \"django\"}"), "Once more, please.");
        finish(answer, "SCORED");
        for (int i = 0; i < 2; i++) {
            sending("{\"reason\": \"A secret reason.\"}")
                    .header("Idempotency-Key", "audit-" + answer)
                    .post("/v1/answers/" + answer + "/rescore")
                    .then()
                    .statusCode(202);
        }
        finish(answer, "FAILED");
        asTenant().post("/v1/quarantine/" + answer + "/retry").then().statusCode(202);

        entriesOf(answer).body("items.action", contains("ANSWER_RETRIED", "ANSWER_RESCORED"));
        assertThat(asTenant().get("/v1/audit").asString()).doesNotContain("A secret reason.");
    }

    @Test
    void tellsOfErasuresWithoutTheNameOfTheCandidate() {
        String name = "candidate-" + UUID.randomUUID();
        String session = startSession("{\"topic\": \"django\", \"candidateRef\": \"" + name + "\"}");
        asTenant().get("/v1/candidates/" + name + "/export").then().statusCode(200);
        asTenant().delete("/v1/sessions/" + session).then().statusCode(204);
        asTenant().delete("/v1/candidates/" + name).then().statusCode(204);

        entriesOf(session).body("items.action", contains("SESSION_ERASED"));
        asTenant()
                .get("/v1/audit?candidateRef=" + name)
                .then()
                .body("items.action", contains("CANDIDATE_ERASED", "CANDIDATE_EXPORTED"))
                .body("items.object", everyItem(startsWith("candidate:")));
        assertThat(asTenant().get("/v1/audit?limit=100").asString()).doesNotContain(name);
    }

    @Test
    void pagesAndFilters() {
        createKey("[\"sessions:read\"]");
        createKey("[\"sessions:read\"]");

        String next = asTenant()
                .get("/v1/audit?action=API_KEY_CREATED&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .header("Link", notNullValue())
                .extract()
                .path("nextCursor");
        asTenant()
                .get("/v1/audit?action=API_KEY_CREATED&limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.action", contains("API_KEY_CREATED"));
        asTenant().get("/v1/audit?action=TEA_DRUNK").then().statusCode(400);
        asTenant().get("/v1/audit?cursor=bm9uZQ").then().statusCode(400).body("code", is("invalid_cursor"));
    }

    @Test
    void opensOnlyToAdministratorsOfTheSameTenant() throws SQLException {
        String secret = sending("{\"name\": \"backend\", \"scopes\": [\"sessions:read\", \"sessions:write\"]}")
                .post("/v1/api-keys")
                .path("secret");
        String foreign = "ses_" + UUID.randomUUID();
        UUID stranger = UUID.randomUUID();
        execute("insert into tenant (id, name, created_at) values ('" + stranger + "', 'stranger', now())");
        execute("insert into audit_log (id, tenant_id, at, actor, action, object) values (gen_random_uuid(), '"
                + stranger + "', now(), 'key_1', 'SESSION_ERASED', '" + foreign + "')");

        RestAssured.given()
                .header("Authorization", "Bearer " + secret)
                .get("/v1/audit")
                .then()
                .statusCode(403);
        RestAssured.get("/v1/audit").then().statusCode(401);
        entriesOf(foreign).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set actor = 'nobody'",
                "delete from audit_log",
                "truncate audit_log",
                "update audit_log set actor = 'nobody' where false"
            })
    void isNotRewrittenEvenByASuperuser(String rewriting) {
        createKey("[\"sessions:read\"]");

        assertThatThrownBy(() -> execute(rewriting)).hasMessageContaining("audit_log is append-only");
    }

    @Test
    void isNotRewrittenByARoleThatMayWriteAllTablesNorByItsOwner() throws SQLException {
        String role = "r" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create role " + role);
            statement.execute("grant select, insert, update, delete on all tables in schema public to " + role);
            statement.execute("savepoint granted");
            statement.execute("set local role " + role);
            assertThatThrownBy(() -> statement.execute("delete from audit_log"))
                    .hasMessageContaining("audit_log is append-only");

            statement.execute("rollback to savepoint granted");
            statement.execute("grant create on schema public to " + role);
            statement.execute("alter table audit_log owner to " + role);
            statement.execute("set local role " + role);
            assertThatThrownBy(() -> statement.execute("delete from audit_log")).hasMessageContaining("audit_log");
            connection.rollback();
        }
    }

    @Test
    void leavesNobodyTheRightToRewriteIt() throws SQLException {
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select string_agg(distinct acl.privilege_type, ',')"
                        + " from pg_class, aclexplode(relacl) as acl where oid = 'audit_log'::regclass")) {
            row.next();
            assertThat(row.getString(1)).contains("INSERT", "SELECT").doesNotContain("UPDATE", "DELETE", "TRUNCATE");
        }
    }

    private static String createKey(String scopes) {
        return sending("{\"name\": \"for the audit log\", \"scopes\": " + scopes + "}")
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse entriesOf(String object) {
        return asTenant().get("/v1/audit?object=" + object).then().statusCode(200);
    }

    private void finish(String answer, String status) throws SQLException {
        execute("update answer set status = '" + status + "' where id = '"
                + IdKind.ANSWER.parse(answer).orElseThrow() + "'");
    }

    private void execute(String sql) throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update(sql);
        }
    }
}
