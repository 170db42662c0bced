package dev.greenroom.api.answer;

import static dev.greenroom.api.ApiTest.answer;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.currentTurn;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.localstack.GreenroomTestResource;
import dev.greenroom.model.event.DecodedEvent;
import dev.greenroom.model.event.EventCodec;
import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.event.Topics;
import dev.greenroom.model.id.IdKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubmissionResourceTest {

    private static final String ORDER = "{\"topic\": \"django\"}";

    @Test
    void takesAnAnswerIn() {
        String session = startSession(ORDER);
        String turn = currentTurn(session);

        sending(answer(turn, "A QuerySet is lazy."))
                .when()
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(202)
                .header("Location", startsWith("/v1/answers/ans_"))
                .body("id", startsWith("ans_"))
                .body("status", is("QUEUED"))
                .body("turnId", is(turn))
                .body("text", is("A QuerySet is lazy."))
                .body("evaluation", nullValue());
    }

    @Test
    void announcesTheAnswerToTheWorkersWithoutItsWords() {
        String session = startSession(ORDER);
        String answer = submit(session, "Nobody but the database reads this.");
        UUID id = IdKind.ANSWER.parse(answer).orElseThrow();

        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", GreenroomTestResource.kafka().bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.ANSWERS, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                List<String> payloads = StreamSupport.stream(
                                consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
                        .map(message -> message.value())
                        .filter(payload -> payload.contains(id.toString()))
                        .toList();
                assertThat(payloads).hasSize(1);
                assertThat(payloads.getFirst()).doesNotContain("Nobody");
                assertThat(EventCodec.decode(payloads.getFirst()))
                        .isInstanceOfSatisfying(DecodedEvent.Understood.class, understood -> {
                            EventEnvelope event = understood.event();
                            assertThat(event.type()).isEqualTo(EventType.ANSWER_SUBMITTED);
                            assertThat(event.answerId()).isEqualTo(id);
                        });
            });
        }
    }

    @Test
    void refusesASecondAnswerToTheTurn() {
        String session = startSession(ORDER);
        String turn = currentTurn(session);
        submit(session, "The first.");

        sending(answer(turn, "The second."))
                .when()
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(409)
                .body("code", is("turn_already_answered"));
    }

    @Test
    void takesOneOfTheAnswersThatComeAtTheSameTime() throws Exception {
        String session = startSession(ORDER);
        String turn = currentTurn(session);

        List<Future<Response>> responses;
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            responses = IntStream.range(0, 8)
                    .mapToObj(i -> clients.submit(
                            () -> sending(answer(turn, "From tab " + i)).post("/v1/sessions/" + session + "/answers")))
                    .toList();
        }

        List<String> outcomes = new ArrayList<>();
        for (Future<Response> response : responses) {
            outcomes.add(response.get().statusCode() + " " + response.get().path("code"));
        }
        assertThat(outcomes).containsOnlyOnce("202 null").containsOnly("202 null", "409 turn_already_answered");
    }

    @Test
    void refusesATurnOfAnotherSession() {
        String session = startSession(ORDER);
        String foreign = currentTurn(startSession(ORDER));

        sending(answer(foreign, "Hello."))
                .when()
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(404)
                .body("code", is("turn_not_found"));
    }

    @Test
    void refusesAnAnswerToAClosedSession() {
        String session = startSession(ORDER);
        String turn = currentTurn(session);
        sending("").post("/v1/sessions/" + session + "/complete");

        sending(answer(turn, "Too late."))
                .when()
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(409)
                .body("code", is("session_closed"));
    }

    @Test
    void takesASkippedTurnWithoutAText() {
        String session = startSession(ORDER);

        sending("{\"turnId\": \"%s\", \"skipped\": true}".formatted(currentTurn(session)))
                .when()
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(202)
                .body("skipped", is(true))
                .body("text", is(""));
        asTenant().get("/v1/sessions/" + session).then().body("turns[0].status", is("SKIPPED"));
    }

    @Test
    void refusesAnAnswerWithoutAText() {
        String session = startSession(ORDER);

        sending("{\"turnId\": \"%s\"}".formatted(currentTurn(session)))
                .when()
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/text"));
    }

    @Test
    void takes20000CharactersAndNotOneMore() {
        String session = startSession(ORDER);
        String turn = currentTurn(session);
        String url = "/v1/sessions/" + session + "/answers";

        sending(answer(turn, "x".repeat(20_001)))
                .when()
                .post(url)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/text"));
        sending(answer(turn, "x".repeat(20_000))).when().post(url).then().statusCode(202);
    }

    @Test
    void keepsWhatSpeechRecognitionHeard() {
        String session = startSession(ORDER);

        sending("""
                        {"turnId": "%s", "text": "lazy", "inputMode": "SPOKEN", "durationMs": 74000, "speech":
                         {"engine": "browser", "confidence": 0.91,
                          "words": [{"text": "lazy", "startMs": 1200, "endMs": 1480, "confidence": 0.97}]}}""".formatted(currentTurn(session)))
                .when()
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(202)
                .body("inputMode", is("SPOKEN"))
                .body("durationMs", is(74000));
    }
}
