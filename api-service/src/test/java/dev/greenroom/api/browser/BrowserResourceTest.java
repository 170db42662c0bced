package dev.greenroom.api.browser;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.startSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BrowserResourceTest {

    private static final String OURS = "https://app.example.com";

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
