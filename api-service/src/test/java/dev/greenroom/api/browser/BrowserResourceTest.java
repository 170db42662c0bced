package dev.greenroom.api.browser;

import static dev.greenroom.api.ApiTest.asHolderOf;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.api.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BrowserResourceTest {

    private static final String OURS = "https://app.example.com";
    private static final Duration WITHIN = Duration.ofSeconds(5);

    @Test
    void letsPagesOfAllowedOriginsCall() {
        RestAssured.given()
                .header("Origin", OURS)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .options("/v1/sessions")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", is(OURS))
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Max-Age", is("7200"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void showsThemTheHeadersOfTheContract() {
        Response response = asTenant().header("Origin", OURS).get("/v1/topics/django");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(OURS);
        assertThat(response.headers().getValues("Vary")).contains("origin", "Accept");
        assertThat(List.of(response.header("Access-Control-Expose-Headers").split(", ")))
                .contains(
                        "ETag",
                        "Idempotency-Replayed",
                        "Link",
                        "Location",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Retry-After");
    }

    @Test
    void showsThemProblemsToo() {
        RestAssured.given()
                .header("Origin", OURS)
                .get("/v1/topics")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", is(OURS));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "http://app.example.com",
                "https://app.example.com.evil.net",
                "https://app.example.com:8443",
                "null"
            })
    void letsNoOtherPagesCall(String origin) {
        RestAssured.given()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/sessions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", is("origin_not_allowed"))
                .header("Access-Control-Allow-Origin", nullValue());
        asTenant().header("Origin", origin).get("/v1/topics").then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void letsPagesThatATenantNamedCallInItsNameAlone() throws SQLException {
        String page = "https://pages-of-one-tenant.example.com";
        String kind = "{\"name\": \"web app\", \"kind\": \"PUBLISHABLE\", \"origins\": [\"%s\"]}".formatted(page);
        Response made = sending(kind).post("/v1/api-keys");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.jsonPath().getList("origins")).containsExactly(page);

        Awaitility.await().atMost(WITHIN).until(() -> preflight(page).statusCode() == 204);

        ApiTest.otherTenant();
        assertThat(shownTo(page, asTenant())).isEqualTo(page);
        assertThat(shownTo(page, asHolderOf(made.path("secret")))).isEqualTo(page);
        assertThat(shownTo(page, asHolderOf(ApiTest.OTHER_KEY))).isNull();
        assertThat(shownTo(page, asHolderOf("gr_test_nobodysKey")))
                .as("a problem, which says nothing of anybody")
                .isEqualTo(page);

        asTenant().delete(made.header("Location")).then().statusCode(204);
        Awaitility.await().atMost(WITHIN).until(() -> preflight(page).statusCode() == 403);
    }

    private static Response preflight(String origin) {
        return RestAssured.given()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/guest-sessions");
    }

    private static @Nullable String shownTo(String origin, RequestSpecification caller) {
        return caller.header("Origin", origin).get("/v1/topics").header("Access-Control-Allow-Origin");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "*",
                "https://app.example.com/",
                "https://*.example.com",
                "https://user@app.example.com",
                "ftp://app.example.com",
                "HTTPS://app.example.com",
                "app.example.com",
                "null"
            })
    void takesNoKeyWithAnythingButOrigins(String origin) {
        sending("{\"name\": \"x\", \"kind\": \"PUBLISHABLE\", \"origins\": [\"%s\"]}".formatted(origin))
                .post("/v1/api-keys")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/origins/0"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/topics", "/v1/nowhere", "/q/openapi", "/q/health/live"})
    void tellsBrowsersToTakeDataForData(String path) {
        asTenant()
                .get(path)
                .then()
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Referrer-Policy", is("no-referrer"))
                .header("Content-Security-Policy", is("default-src 'none'; frame-ancestors 'none'"));
    }

    @Test
    void letsSwaggerUiWork() {
        RestAssured.get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void forbidsToKeepWhatIsPersonal() {
        String session = startSession("{\"topic\": \"django\"}");

        for (String path : List.of("/v1/sessions/" + session, "/v1/sessions")) {
            asTenant().get(path).then().statusCode(200).header("Cache-Control", is("no-store"));
        }
        asTenant().get("/v1/sessions/none").then().statusCode(404).header("Cache-Control", is("no-store"));
    }

    @Test
    void letsContentBeKeptIfItIsAskedForAgain() {
        Response topic = asTenant().get("/v1/topics/django");

        assertThat(topic.header("Cache-Control")).isEqualTo("private, no-cache");
        asTenant()
                .header("If-None-Match", topic.header("ETag"))
                .get("/v1/topics/django")
                .then()
                .statusCode(304);
    }

    @Test
    void asksForTlsOnlyWhereThereIsTls() {
        asTenant().get("/v1/topics").then().header("Strict-Transport-Security", nullValue());
        asTenant()
                .header("X-Forwarded-Proto", "https")
                .get("/v1/topics")
                .then()
                .header("Strict-Transport-Security", is("max-age=31536000"));
    }
}
