package dev.greenroom.api.draft;

import static dev.greenroom.api.ApiTest.answer;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.currentTurn;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftResourceTest {

    private String session;
    private String turn;

    @BeforeEach
    void startAnInterview() {
        session = startSession("{\"topic\": \"django\"}");
        turn = currentTurn(session);
    }

    @Test
    void givesAnotherDeviceWhatTheFirstOneSaved() {
        save("A QuerySet is").then().statusCode(201).body("turnId", is(turn)).body("savedAt", notNullValue());

        asTenant()
                .get("/v1/sessions/" + session)
                .then()
                .body("currentTurnId", is(turn))
                .body("turns[0].draftSavedAt", notNullValue());
        asTenant()
                .get(path())
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("text", is("A QuerySet is"));
    }

    @Test
    void goesOnFromTheDraftThatWasRead() {
        save("A QuerySet is");
        String read = asTenant().get(path()).header("ETag");

        Response second = saveFrom(read, "A QuerySet is lazy");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(asTenant().get(path()).header("ETag"))
                .as("what a save answers with is what the next one goes on from")
                .isEqualTo(second.header("ETag"))
                .isNotEqualTo(read);
        asTenant().header("If-None-Match", read).get(path()).then().statusCode(200);
        asTenant()
                .header("If-None-Match", second.header("ETag"))
                .get(path())
                .then()
                .statusCode(304);
    }

    @Test
    void doesNotLetOneDeviceOverwriteTheOtherUnawares() {
        String first = save("Written on the phone.").header("ETag");
        saveFrom(first, "Written on the phone, and then some.");

        saveFrom(first, "Written on the laptop.").then().statusCode(412).body("code", is("precondition_failed"));
        save("Written on the laptop.").then().statusCode(428).body("code", is("precondition_required"));

        asTenant().get(path()).then().body("text", is("Written on the phone, and then some."));
    }

    @Test
    void overwritesWhateverIsThereIfToldSo() {
        save("Before.");

        saveFrom("*", "After.").then().statusCode(200).body("text", is("After."));
    }

    @Test
    void refusesAFirstDraftThatGoesOnFromAnother() {
        saveFrom("\"0123456789abcdef01234567\"", "Lost.").then().statusCode(412);
        saveFrom("*", "Lost.").then().statusCode(412);

        asTenant().get(path()).then().statusCode(404).body("code", is("draft_not_found"));
    }

    @Test
    void goesWhenTheTurnIsAnswered() {
        save("Half of it.");
        submit(session, "All of it.");

        asTenant().get(path()).then().statusCode(404);
        asTenant().get("/v1/sessions/" + session).then().body("turns[0].draftSavedAt", nullValue());
        save("Too late.").then().statusCode(409).body("code", is("turn_already_answered"));
    }

    @Test
    void staysReadableButUnchangedWhenTheSessionEnds() {
        save("Not sent.");
        asTenant().post("/v1/sessions/" + session + "/complete").then().statusCode(200);

        saveFrom("*", "Too late.").then().statusCode(409).body("code", is("session_closed"));
        asTenant().get(path()).then().statusCode(200).body("text", is("Not sent."));
    }

    @Test
    void holdsWhatAnAnswerHoldsAndNoMore() {
        save("x".repeat(20_001)).then().statusCode(422).body("errors[0].pointer", is("/text"));
        sending("{}").put(path()).then().statusCode(422);
        save("x".repeat(20_000)).then().statusCode(201);
    }

    @Test
    void belongsToItsOwnSession() {
        save("Mine.");
        String other = startSession("{\"topic\": \"django\"}");

        asTenant()
                .get("/v1/sessions/" + other + "/turns/" + turn + "/draft")
                .then()
                .statusCode(404);
        sending("{\"text\": \"Mine.\"}")
                .put("/v1/sessions/" + other + "/turns/" + turn + "/draft")
                .then()
                .statusCode(404)
                .body("code", is("turn_not_found"));
        asTenant().get("/v1/sessions/none/turns/none/draft").then().statusCode(404);
    }

    @Test
    void takesAnAnswerOnceThatIsSentAgainAfterTheConnectionWasLost() {
        save("Written in the train");
        String key = "offline-" + UUID.randomUUID();
        String body = answer(turn, "Written in the tunnel.");

        // The first response never arrives, so the client, back online, sends the same again: twice, for good measure.
        Response lost = send(key, body);
        Response first = send(key, body);
        Response second = send(key, body);
        Response fromTheOtherDevice = send("another-" + key, answer(turn, "Written on the other device."));

        assertThat(lost.statusCode()).isEqualTo(202);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.<String>path("id")).isEqualTo(lost.path("id")).isEqualTo(second.path("id"));
        fromTheOtherDevice.then().statusCode(409).body("code", is("turn_already_answered"));
        asTenant().get("/v1/answers/" + first.path("id")).then().body("text", is("Written in the tunnel."));
        asTenant().get(path()).then().statusCode(404);
    }

    @Test
    void sendsAgainToASessionThatIsOverMeanwhile() {
        String key = "late-" + UUID.randomUUID();
        String body = answer(turn, "Sent before the end.");
        String answer = send(key, body).path("id");
        asTenant().post("/v1/sessions/" + session + "/complete");

        send(key, body).then().statusCode(202).body("id", is(answer));
    }

    private Response send(String key, String body) {
        return sending(body).header("Idempotency-Key", key).post("/v1/sessions/" + session + "/answers");
    }

    private Response save(String text) {
        return sending("{\"text\": \"" + text + "\"}").put(path());
    }

    private Response saveFrom(String etag, String text) {
        return sending("{\"text\": \"" + text + "\"}").header("If-Match", etag).put(path());
    }

    private String path() {
        return "/v1/sessions/" + session + "/turns/" + turn + "/draft";
    }
}
