package dev.greenroom.api;

import dev.greenroom.localstack.GreenroomTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** What all tests over HTTP share: the embedded parts, the tests' key, and the first steps of an interview. */
@QuarkusTestResource(GreenroomTestResource.class)
public final class ApiTest {

    public static final String KEY = "gr_test_keyOfTheTests";

    private ApiTest() {}

    /** A request with the tests' key. */
    public static RequestSpecification asTenant() {
        return RestAssured.given().header("Authorization", "Bearer " + KEY);
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
