package dev.greenroom.api.problem;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemResourceTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    duplicate key          | {"topic": "django", "topic": "django"}
                    unknown field          | {"topic": "django", "surprise": 1}
                    number for a string    | {"topic": 7}
                    string for a number    | {"topic": "django", "questionCount": "3"}
                    float for an integer   | {"topic": "django", "questionCount": 3.5}
                    boolean for a number   | {"topic": "django", "seed": true}
                    number for an enum     | {"topic": "django", "level": 1}
                    unknown enum value     | {"topic": "django", "level": "GURU"}
                    empty enum value       | {"topic": "django", "level": ""}
                    object for a list      | {"topic": "django", "sections": {}}
                    text after the end     | {"topic": "django"} more
                    cut off                | {"topic": "django"
                    not JSON               | hello
                    an array               | []
                    a huge number          | {"topic": "django", "seed": 99999999999999999999}
                    NUL in a text          | {"topic": "django", "candidateRef": "a\\u0000b"}
                    half a surrogate pair  | {"topic": "django", "candidateRef": "a\\ud800b"}
                    NUL in a name          | {"topic": "django", "metadata": {"a\\u0000b": "c"}}
                    """)
    void refusesJsonThatIsNotWhatTheContractSays(String name, String body) {
        sending(body)
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("malformed_json"))
                .body("status", is(400))
                .body("instance", is("/v1/sessions"))
                .body("type", startsWith("https://"))
                .body("traceId", not(blankOrNullString()));
    }

    @Test
    void saysWhichFieldIsWrong() {
        sending("{\"topic\": \"django\", \"questionCount\": \"3\"}")
                .when()
                .post("/v1/sessions")
                .then()
                .body("errors[0].pointer", is("/questionCount"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/v1/topics/%00", "/v1/topics?q=a%00b"})
    void refusesAddressesThatAreNone(String address) {
        asTenant()
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("malformed_url"));
    }

    @Test
    void refusesAMissingBody() {
        sending("").when().post("/v1/sessions").then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void refusesOtherContent() {
        asTenant()
                .contentType("text/plain")
                .body("topic")
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", is("unsupported_media_type"));
    }

    @Test
    void refusesToSpeakOtherLanguages() {
        asTenant()
                .accept("application/xml")
                .when()
                .get("/v1/sessions")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void refusesOtherMethods() {
        asTenant()
                .when()
                .put("/v1/sessions")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", is("method_not_allowed"));
    }

    @Test
    void knowsNothingElsewhere() {
        asTenant()
                .when()
                .get("/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("not_found"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        sending("{\"topic\": \"" + "x".repeat(Limits.BODY_BYTES) + "\"}")
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", is("body_too_large"));
    }

    @Test
    void asksForAKey() {
        RestAssured.given()
                .when()
                .get("/v1/topics")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("code", is("unauthenticated"));
    }

    @Test
    void refusesAKeyThatIsNone() {
        RestAssured.given()
                .header("Authorization", "Bearer gr_test_wrong")
                .when()
                .get("/v1/topics")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void refusesAnotherScheme() {
        RestAssured.given()
                .header("Authorization", "Basic Z3I6Z3I=")
                .when()
                .get("/v1/topics")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }
}
