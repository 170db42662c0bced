package dev.greenroom.api.guest;

import static dev.greenroom.api.ApiTest.asHolderOf;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.publishableKey;
import static dev.greenroom.api.ApiTest.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GuestResourceTest {

    private static final String ORDER = "{\"topic\": \"django\", \"questionCount\": 2}";

    @Inject
    Session database;

    private static Response start(String key, String order, Map<String, String> headers) {
        return asHolderOf(key)
                .contentType(ContentType.JSON)
                .headers(headers)
                .body(order)
                .post("/v1/guest-sessions");
    }

    private static Response start(String key, String order) {
        return start(key, order, Map.of());
    }

    @Test
    void startsASessionAndHandsOutItsToken() {
        Response started = start(publishableKey(), ORDER);

        started.then()
                .statusCode(201)
                .header("Location", startsWith("/v1/sessions/ses_"))
                .body("session.turns", hasSize(1))
                .body("session.progress.total", is(2));
        String session = started.path("session.id");
        asHolderOf(started.path("token.token"))
                .get(started.header("Location"))
                .then()
                .statusCode(200)
                .body("id", is(session));
        asTenant().get("/v1/sessions/" + session).then().statusCode(200);
    }

    @Test
    void oneGuestDoesNotSeeAnother() {
        String key = publishableKey();
        String token = start(key, ORDER).path("token.token");
        String other = start(key, ORDER).path("session.id");

        asHolderOf(token).get("/v1/sessions/" + other).then().statusCode(404);
    }

    @Test
    void isRepeatedAsTheSameSession() {
        String key = publishableKey();
        Map<String, String> once = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Response first = start(key, ORDER, once);

        Response again = start(key, ORDER, once);

        again.then().statusCode(201).header("Idempotency-Replayed", is("true"));
        assertThat(again.<String>path("session.id")).isEqualTo(first.path("session.id"));
        asHolderOf(again.path("token.token"))
                .get(first.header("Location"))
                .then()
                .statusCode(200);
    }

    @Test
    void keepsNoTokenInTheRecordForRepetition() {
        String once = UUID.randomUUID().toString();
        start(publishableKey(), ORDER, Map.of("Idempotency-Key", once)).then().statusCode(201);

        String kept = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select body from idempotency_record where key like :key", String.class)
                        .setParameter("key", "%" + once)
                        .getSingleResult());

        assertThat(kept).startsWith("{\"id\":\"ses_").doesNotContain("eyJ");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"topic": "django", "candidateRef": "user-42"} | guest_names_candidate | /candidateRef
            {"topic": "django", "retentionDays": 3650}     | guest_sets_retention  | /retentionDays
            {"topic": "cobol"}                             | unknown_topic         | /topic
            """)
    void refusesWhatIsNotForGuestsToSay(String order, String code, String pointer) {
        start(publishableKey(), order)
                .then()
                .statusCode(422)
                .body("code", is(code))
                .body("errors[0].pointer", is(pointer));
    }

    @Test
    void refusesMoreThanTheQuotaFromOneAddress() {
        String key = publishableKey();
        for (int number = 0; number < 12; number++) {
            start(key, ORDER).then().statusCode(201);
        }

        Response refused = start(key, ORDER);

        refused.then().statusCode(429).body("code", is("guest_quota_exceeded"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3601);
        start(publishableKey(), ORDER).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sessions", "/v1/topics", "/v1/api-keys", "/v1/rubrics"})
    void aPublishableKeyOpensNothingElse(String path) {
        asHolderOf(publishableKey()).get(path).then().statusCode(403).body("code", is("forbidden_scope"));
    }

    @Test
    void aSecretKeyStartsNoGuestSessions() {
        sending(ORDER).post("/v1/guest-sessions").then().statusCode(403);
    }

    @Test
    void theOperatorsPublishableKeyBelongsToTheFirstTenant() {
        Response started = start("gr_pub_keyOfTheTests", ORDER);

        started.then().statusCode(201);
        asTenant().get(started.header("Location")).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "x", "kind": "PUBLISHABLE", "scopes": ["admin"]} | scopes_of_publishable_key
            {"name": "x", "kind": "SECRET"}                           | scopes_missing
            """)
    void aPublishableKeyHasNoScopes(String order, String code) {
        sending(order).post("/v1/api-keys").then().statusCode(422).body("code", is(code));
    }

    @Test
    void whoCannotStartSessionsLetsNobodyElseDoSo() {
        String admin = sending("{\"name\": \"admin\", \"scopes\": [\"admin\"]}")
                .post("/v1/api-keys")
                .path("secret");

        asHolderOf(admin)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"x\", \"kind\": \"PUBLISHABLE\"}")
                .post("/v1/api-keys")
                .then()
                .statusCode(422)
                .body("code", is("scopes_exceeded"));
    }
}
