package dev.greenroom.api.privacy;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportResourceTest {

    @Test
    void givesOutWhateverTheCandidateHasWrittenAndWhatCameOfIt() throws SQLException {
        MarkedInterview interview = MarkedInterview.play("PRACTICE");

        JsonPath export = export(interview.candidate());

        assertThat(export.getString("candidateRef")).isEqualTo(interview.candidate());
        assertThat(export.getList("sessions.id")).isEqualTo(List.of(interview.session()));
        export.setRootPath("sessions[0]");
        assertThat(export.getString("metadata.note")).isEqualTo(interview.word());
        assertThat(export.getString("turns[0].answer.id")).isEqualTo(interview.answer());
        assertThat(export.getString("turns[0].answer.text")).contains(interview.word());
        assertThat(export.getString("turns[0].answer.speech.words[0].text")).isEqualTo(interview.word());
        assertThat(export.getString("turns[0].answer.evaluations[0].strengths[0].text"))
                .contains(interview.word());
        assertThat(export.getString("turns[0].answer.rescorings[0].reason")).isEqualTo(interview.word());
        assertThat(export.getString("turns[1].id")).isEqualTo(interview.openTurn());
        assertThat(export.getString("turns[1].prompt")).contains(interview.word());
        assertThat(export.getString("turns[1].draft.text")).contains(interview.word());
        assertThat(export.getList("events.type")).contains("turn.asked", "answer.received");
        export.setRootPath("");
        assertThat(export.getString("mastery[0].conceptId")).isEqualTo("query-per-object");
    }

    @Test
    void leavesOutTheFeedbackOfAnInterviewUntilItIsOver() throws SQLException {
        MarkedInterview interview = MarkedInterview.play("INTERVIEW");

        JsonPath before = export(interview.candidate());
        interview.complete();
        JsonPath after = export(interview.candidate());

        String evaluations = "sessions[0].turns[0].answer.evaluations";
        assertThat(before.getList(evaluations)).isEmpty();
        assertThat(before.getBoolean("sessions[0].turns[0].answer.feedbackWithheld"))
                .isTrue();
        assertThat(after.getList(evaluations)).hasSize(1);
    }

    @Test
    void givesOutMoreThanIsReadAtOnce() {
        String candidate = "busy-" + UUID.randomUUID();
        List<String> sessions = IntStream.range(0, 41)
                .mapToObj(_ -> startSession("{\"topic\": \"django\", \"candidateRef\": \"" + candidate + "\"}"))
                .toList();

        assertThat(export(candidate).getList("sessions.id")).isEqualTo(sessions);
    }

    @Test
    void knowsNobodyOfAnotherName() {
        asTenant().get("/v1/candidates/nobody/export").then().statusCode(404).body("code", is("candidate_not_found"));
    }

    @Test
    void opensOnlyToThoseWhoMayReadSessions() {
        String author = sending("{\"name\": \"author\", \"scopes\": [\"content:read\"]}")
                .post("/v1/api-keys")
                .path("secret");

        RestAssured.given()
                .header("Authorization", "Bearer " + author)
                .get("/v1/candidates/somebody/export")
                .then()
                .statusCode(403);
        RestAssured.get("/v1/candidates/somebody/export").then().statusCode(401);
    }

    private static JsonPath export(String candidate) {
        return asTenant()
                .get("/v1/candidates/" + candidate + "/export")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .jsonPath();
    }
}
