package dev.greenroom.api.access.token;

import static dev.greenroom.api.ApiTest.answer;
import static dev.greenroom.api.ApiTest.asHolderOf;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.api.OwnersConnection;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;

/** A tenant of a test's own, with a key for everything and one of each thing that operations name in their paths. */
final class Strangers {

    private final String key = "gr_test_" + UUID.randomUUID().toString().replace("-", "") + "x";
    private final String slug = "own-" + UUID.randomUUID();
    private final JsonNode question;
    private final Deque<String> webhooks = new ArrayDeque<>();

    Strangers(JsonNode question) throws SQLException {
        this.question = question;
        UUID tenant = UUID.randomUUID();
        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update(
                    "insert into tenant (id, name, created_at) values ('%s', 'strangers', now())".formatted(tenant));
            owner.update(("insert into api_key (id, tenant_id, name, key_hash, created_at)"
                            + " values (gen_random_uuid(), '%s', 'all', sha256('%s'::bytea), now())")
                    .formatted(tenant, key));
        }
        put();
    }

    private void put() {
        ((ObjectNode) question).put("id", slug);
        Response made = post("/v1/questions", question.toString());
        asHolderOf(key)
                .header("If-Match", made.header("ETag"))
                .post("/v1/questions/" + slug + "/publish")
                .then()
                .statusCode(200);
    }

    String key() {
        return key;
    }

    /** A key of theirs, by this order. */
    Response makeKey(String order) {
        return post("/v1/api-keys", order);
    }

    Response post(String path, String body) {
        return asHolderOf(key).contentType(ContentType.JSON).body(body).post(path);
    }

    /** One of each thing, by the names of path parameters; the turn waits for an answer. */
    Map<String, String> things() {
        String candidate = "user-" + UUID.randomUUID();
        String order = "{\"topic\": \"django\", \"candidateRef\": \"%s\"}".formatted(candidate);
        String session = post("/v1/sessions", order).path("id");
        String answered = post("/v1/sessions", order).path("id");
        String answer = post(
                        "/v1/sessions/" + answered + "/answers",
                        answer(turn(answered), "Each row makes one more query."))
                .path("id");
        asHolderOf(key)
                .contentType(ContentType.JSON)
                .body("{\"text\": \"You load a list\"}")
                .put("/v1/sessions/" + session + "/turns/" + turn(session) + "/draft");
        String webhook = webhook();
        return Map.ofEntries(
                entry("session", session),
                entry("turn", turn(session)),
                entry("answer", answer),
                entry("answered", answered),
                entry("question", slug),
                entry("version", "1"),
                entry("topic", "django"),
                entry("rubric", "technical"),
                entry("candidateRef", candidate),
                entry("webhook", webhook),
                entry("delivery", post("/v1/webhooks/" + webhook + "/test", "").path("id")),
                entry(
                        "key",
                        makeKey("{\"name\": \"thing\", \"scopes\": [\"webhooks\"]}")
                                .path("id")));
    }

    /** A new one; of those before only the first is kept, since a tenant has so many at most. */
    private String webhook() {
        if (webhooks.size() > 1) {
            asHolderOf(key).delete("/v1/webhooks/" + webhooks.removeLast());
        }
        String webhook = post("/v1/webhooks", "{\"url\": \"http://127.0.0.1:9/\", \"events\": [\"*\"]}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        webhooks.addLast(webhook);
        return webhook;
    }

    private String turn(String session) {
        return asHolderOf(key).get("/v1/sessions/" + session).path("currentTurnId");
    }

    String token(String session) {
        return post("/v1/sessions/" + session + "/tokens", "").path("token");
    }
}
