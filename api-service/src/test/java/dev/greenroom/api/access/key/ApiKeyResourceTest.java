package dev.greenroom.api.access.key;

import static dev.greenroom.api.ApiTest.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.api.ApiTest;
import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.id.IdKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApiKeyResourceTest {

    private static Response make(String order) {
        return sending(order).post("/v1/api-keys");
    }

    private static Response makeFor(String scope) {
        return make("{\"name\": \"one scope\", \"scopes\": [\"%s\"]}".formatted(scope));
    }

    private static RequestSpecification with(Response made) {
        return RestAssured.given().header("Authorization", "Bearer " + made.path("secret"));
    }

    @Test
    void makesAKeyAndShowsItOnce() {
        Response made = makeFor("content:read");

        made.then()
                .statusCode(201)
                .header("Location", startsWith("/v1/api-keys/key_"))
                .body("mode", is("TEST"));
        with(made).get("/v1/topics").then().statusCode(200);
        ApiTest.asTenant()
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("hint", startsWith("gr_test_…"));
        ApiTest.asTenant().get("/v1/api-keys").then().statusCode(200).body(not(containsString(made.path("secret"))));
    }

    @Test
    void repeatsTheMakingWithoutTheSecret() {
        String order = "{\"name\": \"once\", \"scopes\": [\"webhooks\"]}";
        Response first = sending(order).header("Idempotency-Key", "a-key-once").post("/v1/api-keys");

        Response again = sending(order).header("Idempotency-Key", "a-key-once").post("/v1/api-keys");

        again.then().statusCode(201).header("Idempotency-Replayed", is("true")).body("secret", nullValue());
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    }

    @ParameterizedTest(name = "{0} opens {1}: {2}")
    @CsvSource({
        "content:read,   /v1/topics,     200",
        "sessions:read,  /v1/topics,     403",
        "sessions:read,  /v1/sessions,   200",
        "sessions:write, /v1/sessions,   403",
        "content:write,  /v1/rubrics,    403",
        "webhooks,       /v1/quarantine, 403",
        "admin,          /v1/quarantine, 200",
        "admin,          /v1/sessions,   403",
        "content:read,   /v1/api-keys,   403",
    })
    void opensWhatItsScopesSay(String scope, String path, int status) {
        with(makeFor(scope)).get(path).then().statusCode(status);
    }

    @Test
    void saysThatAScopeIsMissing() {
        with(makeFor("webhooks"))
                .get("/v1/sessions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", is("forbidden_scope"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"x\", \"scopes\": [\"everything\"]}                                              | validation_failed",
                "{\"name\": \"x\"}                                                                            | scopes_missing",
                "{\"name\": \"x\", \"scopes\": [\"admin\"], \"mode\": \"LIVE\"}                               | live_key_from_test_key",
                "{\"name\": \"x\", \"scopes\": [\"admin\"], \"expiresAt\": \"2001-01-01T00:00:00Z\"}          | expiry_in_the_past",
            })
    void refusesAnOrderThatGivesTooMuchOrNothing(String order, String code) {
        make(order).then().statusCode(422).body("code", is(code));
    }

    @Test
    void givesNoMoreThanItHas() {
        with(makeFor("admin"))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"more\", \"scopes\": [\"sessions:read\"]}")
                .post("/v1/api-keys")
                .then()
                .statusCode(422)
                .body("code", is("scopes_exceeded"));
    }

    @Test
    void opensNothingOnceRevoked() {
        Response made = makeFor("content:read");
        with(made).get("/v1/topics").then().statusCode(200);

        ApiTest.asTenant().delete(made.header("Location")).then().statusCode(204);

        with(made).get("/v1/topics").then().statusCode(401).body("code", is("unauthenticated"));
        ApiTest.asTenant().delete(made.header("Location")).then().statusCode(204);
    }

    /** As on every replica but the one that revoked it, which forgets what it knew at once. */
    @Test
    void opensNothingWithinFiveSecondsAfterAnotherReplicaRevokedIt() throws SQLException {
        Response made = makeFor("content:read");
        with(made).get("/v1/topics").then().statusCode(200);
        UUID id = IdKind.API_KEY.parse(made.path("id")).orElseThrow();

        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update("update api_key set revoked_at = now() where id = '" + id + "'");
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> with(made).get("/v1/topics").then().statusCode(401));
    }

    @Test
    void rotatesWithBothKeysAliveUntilTheOverlapIsOver() {
        Response old = makeFor("content:read");

        Response successor = sending("{\"overlapMs\": 3000}").post(old.header("Location") + "/rotate");

        successor.then().statusCode(201);
        with(old).get("/v1/topics").then().statusCode(200);
        with(successor).get("/v1/topics").then().statusCode(200);
        sending("{}")
                .post(old.header("Location") + "/rotate")
                .then()
                .statusCode(409)
                .body("code", is("key_already_rotated"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(9))
                .untilAsserted(() -> with(old).get("/v1/topics").then().statusCode(401));
        with(successor).get("/v1/topics").then().statusCode(200);
    }

    @Test
    void endsAtItsExpiry() {
        Response made = make("{\"name\": \"short\", \"scopes\": [\"content:read\"], \"expiresAt\": \"%s\"}"
                .formatted(Instant.now().plusSeconds(2)));
        with(made).get("/v1/topics").then().statusCode(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(7))
                .untilAsserted(() -> with(made).get("/v1/topics").then().statusCode(401));
    }

    @Test
    void knowsNoKeyOfThatName() {
        ApiTest.asTenant()
                .delete("/v1/api-keys/key_0000000000000000000000")
                .then()
                .statusCode(404)
                .body("code", is("api_key_not_found"));
    }
}
