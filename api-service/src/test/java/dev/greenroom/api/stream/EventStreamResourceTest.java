package dev.greenroom.api.stream;

import static dev.greenroom.api.ApiTest.asHolderOf;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static dev.greenroom.api.ApiTest.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.api.ApiTest;
import dev.greenroom.api.FakeWorker;
import dev.greenroom.model.id.IdKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream over HTTP. The tests' configuration has heartbeats after a second, and looks into the table never. */
@QuarkusTest
class EventStreamResourceTest {

    private static final String PRACTICE = "{\"topic\": \"django\"}";

    private final EntityManager database;
    private final FakeWorker worker;
    private final Lookout lookout;
    private final StreamMetrics streams;
    private final MeterRegistry metrics;

    @Inject
    EventStreamResourceTest(EntityManager database, Lookout lookout, StreamMetrics streams, MeterRegistry metrics) {
        this.database = database;
        this.worker = new FakeWorker(database);
        this.lookout = lookout;
        this.streams = streams;
        this.metrics = metrics;
    }

    @Test
    void tellsWhatHasHappenedAndThenWhatHappens() {
        String session = startSession(PRACTICE);
        try (Follower follower = Follower.of(session)) {
            patiently().until(() -> follower.events().size() == 1);
            String answer = submit(session, "Tell me when you know.");
            patiently().until(() -> follower.events().size() == 2);
            worker.preliminary(answer, 61, "SCORING");
            worker.score(answer, 72);

            patiently().until(() -> follower.events().size() == 4);
            assertThat(follower.types())
                    .containsExactly("turn.asked", "answer.received", "answer.preliminary", "answer.scored");
            assertThat(follower.events()).extracting(Follower.Event::id).containsExactly("1", "2", "3", "4");
            JsonNode asked = follower.events().getFirst().data();
            assertThat(asked.path("sessionId").asText()).isEqualTo(session);
            assertThat(asked.at("/turn/prompt").asText()).isNotBlank();
            assertThat(asked.at("/turn/status").asText()).isEqualTo("ASKED");
            assertThat(asked.has("answer")).isFalse();
            assertThat(points(follower, 2)).isEqualTo(61);
            assertThat(points(follower, 3)).isEqualTo(72);
            JsonNode scored = follower.events().getLast().data();
            assertThat(scored.at("/answer/status").asText()).isEqualTo("SCORED");
            assertThat(scored.at("/links/answer").asText()).isEqualTo("/v1/answers/" + answer);
            assertThat(follower.lines()).noneMatch(line -> line.contains("Tell me when"));
        }
    }

    private static int points(Follower follower, int event) {
        return follower.events().get(event).data().at("/answer/score/value").asInt();
    }

    @Test
    void beginsWithWhenToComeBackAndKeepsCachesAndProxiesOut() {
        try (Follower follower = Follower.of(startSession(PRACTICE))) {
            assertThat(follower.response().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(follower.response().headers().firstValue("Cache-Control"))
                    .hasValue("no-store");
            assertThat(follower.response().headers().firstValue("X-Accel-Buffering"))
                    .hasValue("no");
            patiently().until(() -> follower.lines().size() > 2);
            assertThat(follower.lines().get(0)).isEqualTo(":");
            assertThat(follower.lines().get(1)).matches("retry:[123]\\d{3}");
        }
    }

    @Test
    void sendsACommentWhenNothingHappens() {
        try (Follower follower = Follower.of(startSession(PRACTICE))) {
            patiently()
                    .until(() -> follower.lines().stream().filter(":"::equals).count() >= 3);
            assertThat(follower.types()).containsExactly("turn.asked");
        }
    }

    @Test
    void goesOnAfterTheLastEventThatTheClientSaw() {
        String session = startSession(PRACTICE);
        worker.leaveUnscored(submit(session, "Ahem."), "LOW_TRANSCRIPT_CONFIDENCE");
        try (Follower follower = Follower.of(session, 1)) {
            patiently().until(() -> follower.events().size() == 2);
            assertThat(follower.events()).extracting(Follower.Event::id).containsExactly("2", "3");
            JsonNode unscored = follower.events().getLast().data().path("answer");
            assertThat(unscored.path("reason").asText()).isEqualTo("LOW_TRANSCRIPT_CONFIDENCE");
            assertThat(unscored.has("score")).isFalse();
        }
    }

    @Test
    void saysWhyAnAnswerHasFailed() {
        String session = startSession(PRACTICE);
        worker.fail(submit(session, "Too much for you."), "SCORING_FAILED");
        try (Follower follower = Follower.of(session, 2)) {
            patiently().until(() -> follower.events().size() == 1);
            assertThat(follower.events().getFirst().type()).isEqualTo("answer.failed");
            assertThat(follower.events().getFirst().data().at("/answer/reason").asText())
                    .isEqualTo("SCORING_FAILED");
        }
    }

    @Test
    void endsWhenTheSessionIsOverAndItsLastFeedbackIsThere() {
        String session = startSession(PRACTICE);
        String answer = submit(session, "My last word.");
        try (Follower follower = Follower.of(session)) {
            sending("{}").post("/v1/sessions/" + session + "/complete").then().statusCode(200);
            patiently().until(() -> follower.types().contains("session.completed"));
            assertThat(follower.hasEnded()).isFalse();

            worker.score(answer, 80);

            patiently().until(follower::hasEnded);
            assertThat(follower.types())
                    .containsExactly("turn.asked", "answer.received", "session.completed", "answer.scored");
        }
        asTenant()
                .header("Last-Event-ID", "4")
                .when()
                .get("/v1/sessions/" + session + "/events")
                .then()
                .statusCode(204)
                .body(emptyString());
        try (Follower again = Follower.of(session)) {
            patiently().until(again::hasEnded);
            assertThat(again.events()).hasSize(4);
        }
    }

    @Test
    void keepsScoresBackUntilAnInterviewIsOver() {
        String session = startSession("{\"topic\": \"django\", \"mode\": \"INTERVIEW\"}");
        worker.score(submit(session, "How did I do?"), 50);
        try (Follower follower = Follower.of(session, 2)) {
            patiently().until(() -> follower.events().size() == 1);
            JsonNode answer = follower.events().getFirst().data().path("answer");
            assertThat(answer.path("feedbackWithheld").asBoolean()).isTrue();
            assertThat(answer.has("score")).isFalse();
        }
        sending("{}").post("/v1/sessions/" + session + "/complete").then().statusCode(200);
        try (Follower follower = Follower.of(session, 2)) {
            patiently().until(follower::hasEnded);
            assertThat(points(follower, 0)).isEqualTo(50);
        }
    }

    @Test
    void findsInTheTableWhatTheTopicHasNotTold() {
        String session = startSession(PRACTICE);
        try (Follower follower = Follower.of(session)) {
            patiently().until(() -> follower.events().size() == 1);
            update("update session set event_cursor = 2 where id = :id", session);
            update(
                    "insert into interview_event select session_id, 2, tenant_id, type, turn_id, answer_id, created_at"
                            + " from interview_event where session_id = :id",
                    session);

            lookout.look();

            patiently().until(() -> follower.events().size() == 2);
        }
    }

    @Test
    void endsWhenTheSessionIsErased() {
        String session = startSession(PRACTICE);
        try (Follower follower = Follower.of(session)) {
            patiently().until(() -> follower.events().size() == 1);
            update("delete from session where id = :id", session);

            lookout.look();

            patiently().until(follower::hasEnded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "999999999999999999"})
    void refusesACursorThatTheSessionNeverGaveOut(String cursor) {
        String session = startSession(PRACTICE);
        asTenant()
                .header("Last-Event-ID", cursor)
                .when()
                .get("/v1/sessions/" + session + "/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid_cursor"))
                .body("detail", containsString("has had 1 events"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "one", "1.5", "9999999999999999999"})
    void refusesWhatIsNoCursor(String cursor) {
        asTenant()
                .queryParam("lastEventId", cursor)
                .when()
                .get("/v1/sessions/" + startSession(PRACTICE) + "/events")
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }

    @Test
    void refusesWhatIsNoCursorThoughAnotherCounts() {
        asTenant()
                .header("Last-Event-ID", "1")
                .queryParam("lastEventId", "one")
                .get("/v1/sessions/" + startSession(PRACTICE) + "/events")
                .then()
                .statusCode(400)
                .body("code", is("invalid_cursor"));
    }

    @Test
    void refusesACursorWhoseSuccessorsAreNoLongerKept() {
        String session = startSession(PRACTICE);
        submit(session, "Long ago.");
        update("delete from interview_event where session_id = :id and cursor < 2", session);

        asTenant()
                .header("Last-Event-ID", "0")
                .when()
                .get("/v1/sessions/" + session + "/events")
                .then()
                .statusCode(409)
                .body("code", is("cursor_expired"));
        try (Follower follower = Follower.of(session)) {
            patiently().until(() -> follower.events().size() == 1);
            assertThat(follower.events().getFirst().id()).isEqualTo("2");
        }
    }

    @Test
    void isNotForEverybody() {
        String path = "/v1/sessions/" + startSession(PRACTICE) + "/events";

        RestAssured.given().when().get(path).then().statusCode(401);
        asTenant()
                .accept("application/json")
                .when()
                .get(path)
                .then()
                .statusCode(406)
                .body("code", is("not_acceptable"));
        asTenant()
                .when()
                .get("/v1/sessions/ses_01kB2m9fQ8Zr5tYw3xVn7L/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("session_not_found"));
        String other = startSession(PRACTICE);
        UUID stranger = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into tenant (id, name, created_at) values (:id, 'a stranger', now())")
                        .setParameter("id", stranger)
                        .executeUpdate());
        update("update session set tenant_id = '" + stranger + "' where id = :id", other);
        asTenant().when().get("/v1/sessions/" + other + "/events").then().statusCode(404);
        asHolderOf(key("content:read")).when().get(path).then().statusCode(403);
    }

    @Test
    void letsTheHolderOfATokenFollowTheOneSession() {
        String session = startSession(PRACTICE);
        String token = token(session);
        sending("{}").post("/v1/sessions/" + session + "/complete").then().statusCode(200);

        asHolderOf(token)
                .header("Last-Event-ID", "3")
                .when()
                .get("/v1/sessions/" + session + "/events")
                .then()
                .statusCode(204);
        asHolderOf(token)
                .when()
                .get("/v1/sessions/" + startSession(PRACTICE) + "/events")
                .then()
                .statusCode(404)
                .body("code", is("session_not_found"));
    }

    private static String key(String scope) {
        return sending("{\"name\": \"of the stream's test\", \"scopes\": [\"" + scope + "\"]}")
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    @Test
    void endsTheOldestStreamWhenASessionGetsTooMany() {
        String session = startSession(PRACTICE);
        List<Follower> followers = new ArrayList<>();
        try {
            IntStream.range(0, 9).forEach(_ -> {
                Follower next = Follower.of(session);
                followers.add(next);
                patiently().until(() -> !next.events().isEmpty());
            });

            patiently().until(followers.getFirst()::hasEnded);
            assertThat(followers.getFirst().lines().stream()
                            .filter(line -> line.startsWith("retry:"))
                            .toList()
                            .getLast())
                    .matches("retry:\\d{5}");
            assertThat(followers.subList(1, 9)).noneMatch(Follower::hasEnded);
        } finally {
            followers.forEach(Follower::close);
        }
    }

    @Test
    void sendsClientsAwayWhenTheReplicaIsFull() {
        String session = startSession(PRACTICE);
        IntStream.range(0, 1_000).forEach(_ -> streams.opened());
        try {
            asTenant()
                    .when()
                    .get("/v1/sessions/" + session + "/events")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("code", is("overloaded"));
        } finally {
            IntStream.range(0, 1_000).forEach(_ -> streams.ended(Ending.LEFT));
        }
    }

    @Test
    void cutsOffAClientThatDoesNotTakeWhatItIsSent() throws Exception {
        String session = startSession(PRACTICE);
        int events = 20_000;
        update("update session set event_cursor = " + events + " where id = :id", session);
        update(
                "insert into interview_event select session_id, n, tenant_id, type, turn_id, answer_id, created_at"
                        + " from interview_event, generate_series(2, " + events + ") as n where session_id = :id",
                session);
        double cut = ended("slow");
        double told = metrics.counter("greenroom.streams.events").count();

        try (Socket lazy = request(session)) {
            // The buffers of both systems have to fill first.
            patiently()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(ended("slow")).isEqualTo(cut + 1));

            double sent = metrics.counter("greenroom.streams.events").count() - told;
            assertThat(sent).as("what fits into the buffers of the two systems").isLessThan(events);
            int taken =
                    new String(lazy.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n\n", -1).length;
            assertThat(taken).isBetween(1, (int) sent + 3);
        } catch (IOException e) {
            assertThat(e).as("a connection that was cut may say so").hasMessageContaining("reset");
        }
        try (Follower resumed = Follower.of(session, events - 100)) {
            patiently().until(() -> resumed.events().size() == 100);
        }
    }

    private double ended(String reason) {
        return metrics.counter("greenroom.streams.ended", "reason", reason).count();
    }

    /** A client that asks and then reads nothing. */
    private static Socket request(String session) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write("GET /v1/sessions/%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(session, ApiTest.KEY)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void countsStreamsThatAreOpen() {
        double before = metrics.get("greenroom.streams.open").gauge().value();
        try (Follower follower = Follower.of(startSession(PRACTICE))) {
            patiently().until(() -> !follower.events().isEmpty());
            assertThat(metrics.get("greenroom.streams.open").gauge().value()).isGreaterThanOrEqualTo(1);
        }
        patiently()
                .untilAsserted(() -> assertThat(
                                metrics.get("greenroom.streams.open").gauge().value())
                        .isLessThanOrEqualTo(before));
    }

    private void update(String sql, String session) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql)
                        .setParameter("id", IdKind.SESSION.parse(session).orElseThrow())
                        .executeUpdate());
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }
}
