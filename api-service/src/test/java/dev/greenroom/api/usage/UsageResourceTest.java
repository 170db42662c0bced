package dev.greenroom.api.usage;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.id.IdKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UsageResourceTest {

    @Test
    void addsUpADay() throws SQLException {
        String session = startSession("{\"topic\": \"django\"}");
        submit(session, "Counted.");
        UUID id = IdKind.SESSION.parse(session).orElseThrow();
        execute("update session set created_at = '2019-05-06T00:00:00Z' where id = '" + id + "'");
        execute("update answer set submitted_at = '2019-05-06T23:59:59Z' where session_id = '" + id + "'");
        execute("insert into usage_day (tenant_id, day, judge_calls, prompt_tokens, completion_tokens, cost)"
                + " select tenant_id, '2019-05-06', 2, 1200, 340, 0.0125 from session where id = '" + id + "'");
        execute("insert into usage_day (tenant_id, day, judge_calls, prompt_tokens, completion_tokens, cost,"
                + " erased_sessions, erased_answers)"
                + " select tenant_id, '2019-05-08', 0, 0, 0, 0, 3, 14 from session where id = '" + id + "'");

        asTenant()
                .get("/v1/usage?from=2019-05-01&to=2019-05-31")
                .then()
                .statusCode(200)
                .body("items.day", contains("2019-05-06", "2019-05-08"))
                .body("items.sessions", contains(1, 3))
                .body("items.answers", contains(1, 14))
                .body("items.judgeCalls", contains(2, 0))
                .body("items[0].promptTokens", is(1200))
                .body("items[0].completionTokens", is(340))
                .body("items[0].cost", is(0.0125f));
        asTenant().get("/v1/usage?from=2019-05-07&to=2019-05-07").then().body("items", empty());
    }

    @Test
    void showsTodayWhenNothingIsSaid() {
        int before = sessionsToday();

        startSession("{\"topic\": \"django\"}");

        assertThat(sessionsToday()).isEqualTo(before + 1);
    }

    @Test
    void refusesWhatIsNoPeriod() {
        asTenant()
                .get("/v1/usage?from=2019-05-02&to=2019-05-01")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("#to"));
        asTenant()
                .get("/v1/usage?from=2018-05-01&to=2019-05-02")
                .then()
                .statusCode(422)
                .body("code", is("period_too_long"));
        asTenant().get("/v1/usage?from=2018-05-02&to=2019-05-02").then().statusCode(200);
        asTenant().get("/v1/usage?from=May").then().statusCode(400).body("code", is("invalid_parameter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=%2B999999999-12-31&to=%2B999999999-12-31",
                "to=%2B999999999-12-31",
                "to=-999999999-01-01",
                "from=-4800-01-01&to=-4800-01-02"
            })
    void refusesDaysOfYearsThatNoDateNames(String days) {
        asTenant()
                .urlEncodingEnabled(false)
                .get("/v1/usage?" + days)
                .then()
                .statusCode(400)
                .body("code", is("invalid_parameter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to=0000-01-01",
                "from=0700-03-04&to=0700-03-04",
                "from=0000-01-01&to=0000-12-31",
                "from=9999-01-01&to=9999-12-31",
                "to=9999-12-31"
            })
    void showsNothingOfTheFirstAndLastYears(String days) {
        asTenant().get("/v1/usage?" + days).then().statusCode(200).body("items", empty());
    }

    @Test
    void opensToAdministratorsOnly() {
        RestAssured.get("/v1/usage").then().statusCode(401);
    }

    /** The sum over the days shown, in case that one of them ends just now. */
    private static int sessionsToday() {
        return asTenant()
                .get("/v1/usage")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Integer>getList("items.sessions")
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void execute(String sql) throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update(sql);
        }
    }
}
