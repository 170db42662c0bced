package dev.greenroom.api;

import dev.greenroom.localstack.GreenroomTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;

/** What all tests over HTTP share: the embedded parts, the tests' key, and the first steps of an interview. */
@QuarkusTestResource(GreenroomTestResource.class)
public final class ApiTest {

    public static final String KEY = "gr_test_keyOfTheTests";

    public static final String OTHER_KEY = "gr_test_keyOfSomebodyElse";
    public static final String OTHER_TENANT = "019ab000-0000-7000-8000-000000000002";

    private ApiTest() {}

    /** Makes sure that there is another tenant than that of the tests' key, with a session of its own. */
    public static void otherTenant() throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update(
                    "insert into tenant (id, name, created_at) values ('%s', 'other', now()) on conflict do nothing"
                            .formatted(OTHER_TENANT));
            owner.update(
                    ("insert into api_key (id, tenant_id, name, key_hash, created_at) values ('%1$s', '%1$s', 'all',"
                                    + " sha256('%2$s'::bytea), now()) on conflict do nothing")
                            .formatted(OTHER_TENANT, OTHER_KEY));
        }
        asHolderOf(OTHER_KEY)
                .contentType(ContentType.JSON)
                .body("{\"topic\": \"django\"}")
                .post("/v1/sessions")
                .then()
                .statusCode(201);
    }

    /** A request with the tests' key. */
    public static RequestSpecification asTenant() {
        return asHolderOf(KEY);
    }

    /** A request with this key or token. */
    public static RequestSpecification asHolderOf(String credential) {
        return RestAssured.given().header("Authorization", "Bearer " + credential);
    }

    /** Makes a publishable key, whose quota no other test uses up. */
    public static String publishableKey() {
        return sending("{\"name\": \"app\", \"kind\": \"PUBLISHABLE\"}")
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    /** Makes a token for the session. */
    public static String token(String session) {
        return asTenant()
                .post("/v1/sessions/" + session + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    /** A request with the tests' key and a JSON body. */
    public static RequestSpecification sending(String json) {
        return asTenant().contentType(ContentType.JSON).body(json);
    }

    /** Starts a session by this order and returns its id. */
    public static String startSession(String order) {
        return sending(order)
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String currentTurn(String session) {
        return asTenant().get("/v1/sessions/" + session).path("currentTurnId");
    }

    /** Submits an answer to the current turn and returns its id. */
    public static String submit(String session, String text) {
        return sending(answer(currentTurn(session), text))
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    public static String answer(String turn, String text) {
        return "{\"turnId\": \"%s\", \"text\": \"%s\"}".formatted(turn, text);
    }
}
