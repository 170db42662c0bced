package dev.greenroom.api.webhook;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.id.IdKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookResourceTest {

    private static final String ORDER = """
            {"url": "http://127.0.0.1:9/hooks", "events": ["answer.scored", "session.completed"], "enabled": false}""";

    @AfterEach
    void deleteAll() {
        asTenant()
                .get("/v1/webhooks?limit=100")
                .jsonPath()
                .<String>getList("items.links.self")
                .forEach(self -> asTenant().delete(self).then().statusCode(204));
    }

    private static Response make() {
        return sending(ORDER).post("/v1/webhooks");
    }

    @Test
    void showsTheSecretOnce() throws SQLException {
        Response made = make();

        made.then()
                .statusCode(201)
                .header("Location", startsWith("/v1/webhooks/whk_"))
                .body("secret", startsWith("whsec_"))
                .body("enabled", is(false))
                .body("events", contains("answer.scored", "session.completed"));
        String secret = made.path("secret");
        asTenant().get(made.header("Location")).then().statusCode(200).body("secret", nullValue());
        asTenant().get("/v1/webhooks").then().statusCode(200).body(not(containsString(secret)));
        String bytes = HexFormat.of().formatHex(Base64.getDecoder().decode(secret.substring("whsec_".length())));
        assertThat(query("select encode(secret, 'hex') from webhook where id = '" + uuid(made) + "'"))
                .isNotEmpty()
                .doesNotContain(bytes);
        assertThat(query("select count(*) from idempotency_record where body like '%whsec_%'"))
                .isEqualTo("0");
    }

    @Test
    void repeatsTheMakingWithoutTheSecret() {
        Response first =
                sending(ORDER).header("Idempotency-Key", "a-webhook-once").post("/v1/webhooks");

        Response again =
                sending(ORDER).header("Idempotency-Key", "a-webhook-once").post("/v1/webhooks");

        again.then().statusCode(201).header("Idempotency-Replayed", is("true")).body("secret", nullValue());
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/hooks",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/hooks",
                "https://[::ffff:127.0.0.1]/hooks",
                "https://localhost./hooks",
                "https://127.0.0.2/hooks",
                "https://no-such-host.invalid/hooks",
                "https://me:secret@127.0.0.1/hooks",
                "ftp://127.0.0.1/hooks",
                "hooks",
            })
    void refusesUrlsThatLeadNowhereOrInside(String url) {
        sending(ORDER.replace("http://127.0.0.1:9/hooks", url))
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("webhook_url_refused"))
                .body("errors[0].pointer", is("/url"));
        String webhook = make().header("Location");
        sending("{\"url\": \"" + url + "\"}")
                .patch(webhook)
                .then()
                .statusCode(422)
                .body("code", is("webhook_url_refused"));
        asTenant().get(webhook).then().body("url", is("http://127.0.0.1:9/hooks"));
    }

    @Test
    void refusesTypesOfEventsThatThereAreNot() {
        sending(ORDER.replace("session.completed", "answer.submitted"))
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .body("code", is("unknown_event_type"))
                .body("errors[0].pointer", is("/events/1"));
        sending(ORDER.replace("\"answer.scored\", \"session.completed\"", ""))
                .post("/v1/webhooks")
                .then()
                .statusCode(422)
                .body("code", is("validation_failed"))
                .body("errors[0].pointer", is("/events"));
    }

    @Test
    void changesWhatTheOrderNames() {
        String webhook = make().header("Location");

        sending("{\"description\": \"the platform\", \"events\": [\"*\"], \"enabled\": true}")
                .patch(webhook)
                .then()
                .statusCode(200)
                .body("description", is("the platform"))
                .body("events", contains("*"))
                .body("enabled", is(true))
                .body("url", is("http://127.0.0.1:9/hooks"))
                .body("secret", nullValue());
        sending("{\"enabled\": false}")
                .patch(webhook)
                .then()
                .body("description", is("the platform"))
                .body("enabled", is(false));
        sending("{\"events\": [\"nothing\"]}")
                .patch(webhook)
                .then()
                .statusCode(422)
                .body("code", is("unknown_event_type"));
    }

    @Test
    void rotatesTheSecret() {
        Response made = make();

        Response rotated = asTenant()
                .header("Idempotency-Key", "a-rotation-once")
                .post(made.header("Location") + "/rotate-secret");

        rotated.then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .body("secret", not(is(made.<String>path("secret"))))
                .body("previousSecretUntil", notNullValue());
        asTenant()
                .header("Idempotency-Key", "a-rotation-once")
                .post(made.header("Location") + "/rotate-secret")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", is("true"))
                .header("Location", nullValue())
                .body("secret", nullValue());
    }

    @Test
    void listsInPages() {
        List<String> made = List.of(make().path("id"), make().path("id"), make().path("id"));

        Response first = asTenant().get("/v1/webhooks?limit=2");

        first.then().statusCode(200).body("items.id", contains(made.get(2), made.get(1)));
        asTenant()
                .get("/v1/webhooks?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.id", contains(made.get(0)))
                .body("nextCursor", nullValue());
        asTenant().get("/v1/webhooks?cursor=nonsense").then().statusCode(400).body("code", is("invalid_cursor"));
    }

    @Test
    void deletesForGood() {
        String webhook = make().header("Location");

        asTenant().delete(webhook).then().statusCode(204);

        asTenant().get(webhook).then().statusCode(404).body("code", is("webhook_not_found"));
        asTenant().delete(webhook).then().statusCode(404);
    }

    @Test
    void keepsToTheNumberThatATenantMayHave() {
        for (int i = 0; i < 20; i++) {
            make().then().statusCode(201);
        }

        make().then().statusCode(409).body("code", is("too_many_webhooks"));
    }

    @Test
    void knowsNothingOfOtherTenants() throws SQLException {
        Response made = make();
        UUID other = UUID.randomUUID();
        update("insert into tenant (id, name, created_at) values ('" + other + "', 'other', now())");
        update("update webhook set tenant_id = '" + other + "' where id = '" + uuid(made) + "'");
        String webhook = made.header("Location");

        asTenant().get(webhook).then().statusCode(404);
        sending("{\"enabled\": true}").patch(webhook).then().statusCode(404);
        asTenant().delete(webhook).then().statusCode(404);
        asTenant().post(webhook + "/rotate-secret").then().statusCode(404);
        asTenant().post(webhook + "/test").then().statusCode(404);
        asTenant().get(webhook + "/deliveries").then().statusCode(404);
        assertThat(asTenant().get("/v1/webhooks").<List<String>>path("items.id"))
                .isEmpty();
        update("delete from webhook where tenant_id = '" + other + "'");
    }

    @Test
    void isOpenedByItsScopeAndByNoOther() {
        String key = sending("{\"name\": \"reader\", \"scopes\": [\"sessions:read\", \"sessions:write\", \"admin\"]}")
                .post("/v1/api-keys")
                .path("secret");
        String webhook = make().header("Location");

        for (String path : List.of("/v1/webhooks", webhook, webhook + "/deliveries", webhook + "/deliveries/dlv_x")) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + key)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("code", is("forbidden_scope"));
        }
        RestAssured.get(webhook).then().statusCode(401);
    }

    private static UUID uuid(Response made) {
        return IdKind.WEBHOOK.parse(made.path("id")).orElseThrow();
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
