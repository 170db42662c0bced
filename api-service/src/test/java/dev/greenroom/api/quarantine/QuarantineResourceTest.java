package dev.greenroom.api.quarantine;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.id.IdKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuarantineResourceTest {

    private static final String FAIL = """
            update answer set status = 'FAILED', reason = 'SCORING_FAILED', failures = 8, attempt = 9,
                announcements = 3, row_version = row_version + 1 where id = ?""";

    @AfterEach
    void leaveNothingInQuarantine() throws SQLException {
        execute("update answer set status = 'SCORED', reason = null where status = 'FAILED'");
    }

    @Test
    void listsWhatWasGivenUpNewestFirstAndWithoutTheWords() throws SQLException {
        String older = failed("The first answer.");
        String newer = failed("The second answer.");
        submit(startSession("{\"topic\": \"django\"}"), "This one only waits.");

        String page = asTenant()
                .when()
                .get("/v1/quarantine?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(newer))
                .body("items[0].reason", is("SCORING_FAILED"))
                .body("items[0].failures", is(8))
                .body("items[0].links.retry", is("/v1/quarantine/" + newer + "/retry"))
                .header("Link", notNullValue())
                .extract()
                .asString();
        String next = JsonPath.from(page).getString("nextCursor");

        assertThat(page).doesNotContain("second answer");
        asTenant()
                .get("/v1/quarantine?limit=1&cursor=" + next)
                .then()
                .body("items.id", contains(older))
                .body("nextCursor", nullValue());
    }

    @Test
    void givesAnAnswerAllItsAttemptsAgain() throws SQLException {
        String answer = failed("Poison.");

        asTenant()
                .when()
                .post("/v1/quarantine/" + answer + "/retry")
                .then()
                .statusCode(202)
                .header("Location", is("/v1/answers/" + answer))
                .body("status", is("QUEUED"));

        asTenant()
                .get("/v1/answers/" + answer)
                .then()
                .body("status", is("QUEUED"))
                .body("reason", nullValue());
        assertThat(row(answer)).as("failures, attempt, announcements").isEqualTo("0 9 1");
        asTenant().get("/v1/quarantine").then().body("items.id", not(hasItem(answer)));
    }

    @Test
    void retriesOnceHoweverOftenItIsAsked() throws SQLException {
        String answer = failed("Poison.");
        String path = "/v1/quarantine/" + answer + "/retry";

        asTenant().header("Idempotency-Key", answer).post(path).then().statusCode(202);

        asTenant()
                .header("Idempotency-Key", answer)
                .post(path)
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true");
        asTenant().post(path).then().statusCode(409).body("code", is("not_in_quarantine"));
    }

    @Test
    void knowsNothingOfOtherTenants() throws SQLException {
        String answer = failed("Somebody else's.");
        UUID stranger = UUID.randomUUID();
        execute("insert into tenant (id, name, created_at) values ('" + stranger + "', 'stranger', now())");
        execute("update answer set tenant_id = '" + stranger + "' where id = '" + uuid(answer) + "'");

        asTenant().get("/v1/quarantine").then().body("items", hasSize(0));
        asTenant()
                .post("/v1/quarantine/" + answer + "/retry")
                .then()
                .statusCode(404)
                .body("code", is("answer_not_found"));
    }

    @Test
    void refusesWhatIsNoAnswerAndNoCursor() {
        asTenant().post("/v1/quarantine/ses_1/retry").then().statusCode(404);
        asTenant().get("/v1/quarantine?cursor=bm9uZQ").then().statusCode(400).body("code", is("invalid_cursor"));
    }

    @Test
    void opensToNobodyWithoutAKey() {
        RestAssured.get("/v1/quarantine").then().statusCode(401);
        RestAssured.post("/v1/quarantine/ans_1/retry").then().statusCode(401);
    }

    private String failed(String text) throws SQLException {
        String answer = submit(startSession("{\"topic\": \"django\"}"), text);
        try (Connection connection = OwnersConnection.open();
                PreparedStatement update = connection.prepareStatement(FAIL)) {
            update.setObject(1, uuid(answer));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        return answer;
    }

    private String row(String answer) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                PreparedStatement select = connection.prepareStatement(
                        "select failures || ' ' || attempt || ' ' || announcements from answer where id = ?")) {
            select.setObject(1, uuid(answer));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private static UUID uuid(String answer) {
        return IdKind.ANSWER.parse(answer).orElseThrow();
    }
}
