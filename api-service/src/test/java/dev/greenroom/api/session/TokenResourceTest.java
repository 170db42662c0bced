package dev.greenroom.api.session;

import static dev.greenroom.api.ApiTest.answer;
import static dev.greenroom.api.ApiTest.asHolderOf;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.currentTurn;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static dev.greenroom.api.ApiTest.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.token.SessionTokens;
import dev.greenroom.api.problem.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenResourceTest {

    private static final String ORDER = "{\"topic\": \"django\"}";

    @Inject
    SessionTokens tokens;

    @Test
    void opensItsSessionFromTheFirstTurnToTheEnd() {
        String session = startSession(ORDER);
        String token = token(session);

        asHolderOf(token).get("/v1/sessions/" + session).then().statusCode(200).body("id", is(session));
        String answer = asHolderOf(token)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "1")
                .body(answer(currentTurn(session), "I would count the queries."))
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        asHolderOf(token).get("/v1/answers/" + answer).then().statusCode(200).body("sessionId", is(session));
        asHolderOf(token).get("/v1/answers/" + answer + "/evaluations").then().statusCode(200);
        asHolderOf(token)
                .post("/v1/sessions/" + session + "/complete")
                .then()
                .statusCode(200)
                .body("status", is("COMPLETED"));
    }

    @Test
    void knowsNoOtherSessionOfTheTenant() {
        String token = token(startSession(ORDER));
        String other = startSession(ORDER);
        String turn = currentTurn(other);
        String answer = submit(other, "Each row makes one more query.");

        asHolderOf(token).get("/v1/sessions/" + other).then().statusCode(404).body("code", is("session_not_found"));
        asHolderOf(token).post("/v1/sessions/" + other + "/complete").then().statusCode(404);
        asHolderOf(token).post("/v1/sessions/" + other + "/tokens").then().statusCode(404);
        asHolderOf(token)
                .contentType(ContentType.JSON)
                .body(answer(turn, "Mine."))
                .post("/v1/sessions/" + other + "/answers")
                .then()
                .statusCode(404);
        asHolderOf(token).get("/v1/answers/" + answer).then().statusCode(404).body("code", is("answer_not_found"));
        asHolderOf(token).get("/v1/answers/" + answer + "/evaluations").then().statusCode(404);
        asHolderOf(token).get("/v1/answers/ans_0000000000000000000000").then().statusCode(404);
        asTenant().get("/v1/sessions/" + other).then().body("status", is("IN_PROGRESS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/sessions",
                "/v1/topics",
                "/v1/questions",
                "/v1/question-bank",
                "/v1/rubrics",
                "/v1/quarantine",
                "/v1/api-keys",
                "/v1/candidates/user-42/progress",
            })
    void opensNothingElse(String path) {
        asHolderOf(token(startSession(ORDER))).get(path).then().statusCode(403).body("code", is("forbidden_scope"));
    }

    @Test
    void makesItsOwnSuccessor() {
        String session = startSession(ORDER);

        Response successor = asHolderOf(token(session)).post("/v1/sessions/" + session + "/tokens");

        successor.then().statusCode(201).body("sessionId", is(session));
        assertThat(Instant.parse(successor.path("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(14)),
                        Instant.now().plus(Duration.ofMinutes(15)));
        asHolderOf(successor.path("token"))
                .get("/v1/sessions/" + session)
                .then()
                .statusCode(200);
    }

    @Test
    void makesNoSuccessorADayAfterTheFirst() {
        Instant first = Instant.now().minus(Duration.ofHours(25));
        Caller.Participant old = new Caller.Participant(new UUID(1, 2), new UUID(3, 4), first);

        Assertions.assertThatThrownBy(() -> tokens.issue(old, old.session()))
                .isInstanceOfSatisfying(
                        Fault.Conflict.class, fault -> assertThat(fault.code()).isEqualTo("token_not_renewable"));
    }

    @Test
    void isRepeatedAsAnotherTokenThatNobodyKept() {
        String session = startSession(ORDER);
        String path = "/v1/sessions/" + session + "/tokens";
        asTenant()
                .header("Idempotency-Key", "token-once-" + session)
                .post(path)
                .then()
                .statusCode(201);

        Response again =
                asTenant().header("Idempotency-Key", "token-once-" + session).post(path);

        again.then().statusCode(201).header("Idempotency-Replayed", is("true"));
        asHolderOf(again.path("token")).get("/v1/sessions/" + session).then().statusCode(200);
    }

    @Test
    void candidatesWithTheSameIdempotencyKeyAreNotInEachOthersWay() {
        for (int number = 0; number < 2; number++) {
            String session = startSession(ORDER);
            asHolderOf(token(session))
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "the-same")
                    .body(answer(currentTurn(session), "Answer number " + number + "."))
                    .post("/v1/sessions/" + session + "/answers")
                    .then()
                    .statusCode(202)
                    .body("sessionId", is(session));
        }
    }

    @Test
    void isNotMadeForASessionThatNeverWas() {
        asTenant()
                .post("/v1/sessions/ses_0000000000000000000000/tokens")
                .then()
                .statusCode(404)
                .body("code", is("session_not_found"));
    }
}
