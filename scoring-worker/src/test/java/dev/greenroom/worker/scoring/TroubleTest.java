package dev.greenroom.worker.scoring;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.localstack.GreenroomTestResource;
import dev.greenroom.model.event.Topics;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.TurnKind;
import dev.greenroom.model.question.Question;
import dev.greenroom.relay.RelayProducer;
import dev.greenroom.worker.fixtures.Bank;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import dev.greenroom.worker.publishing.Publishing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to answers while something is broken. */
@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class TroubleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    DataSource dataSource;

    @Inject
    Publishing publishing;

    private Interviews interviews;

    @BeforeEach
    void open() {
        interviews = new Interviews(dataSource);
    }

    @Test
    void givesUpAnAnswerThatCannotBeScoredAndGoesOnWithTheInterview() {
        // given
        Question next = Bank.orm().get(2);
        StoredAnswer poison = interviews
                .anAnswer()
                .asking(Bank.UNREADABLE, Bank.ref(next))
                .inTheOutbox()
                .stored();
        StoredAnswer other = interviews.anAnswer().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitStatus(other, AnswerStatus.SCORED);
        awaitStatus(poison, AnswerStatus.FAILED);
        assertThat(interviews.answer(poison).reason()).isEqualTo("SCORING_FAILED");
        assertThat(interviews.answer(poison).failures()).isEqualTo(WorkerTestResource.MAX_FAILURES);
        assertThat(interviews.answer(poison).attempt()).isEqualTo(WorkerTestResource.MAX_FAILURES);
        assertThat(interviews.evaluations(poison)).isEmpty();
        assertThat(interviews.events(poison)).containsExactly("ANSWER_FAILED", "TURN_ASKED");
        assertThat(interviews.askedTurns(poison)).singleElement().satisfies(turn -> {
            assertThat(turn.kind()).isEqualTo(TurnKind.MAIN);
            assertThat(turn.questionId()).isEqualTo(next.id());
        });
    }

    @Test
    void givesUpAnAnswerWhoseWorkersKeepDying() {
        // given
        StoredAnswer deadly = interviews
                .anAnswer()
                .scoring(9, "-1s")
                .failures(WorkerTestResource.MAX_FAILURES - 1)
                .stored();

        // when nothing happens

        // then
        awaitStatus(deadly, AnswerStatus.FAILED);
        assertThat(interviews.answer(deadly).reason()).isEqualTo("WORKER_LOST");
        assertThat(interviews.askedTurns(deadly)).hasSize(1);
    }

    @Test
    void putsUnreadableMessagesIntoQuarantineAndGoesOn() throws Exception {
        // given
        String nonsense = "not \0 an event " + UUID.randomUUID();
        StoredAnswer fromTheFuture = interviews.anAnswer().stored();
        String newer = "{\"schemaVersion\": 2, \"answerId\": \"%s\"}".formatted(fromTheFuture.id());
        StoredAnswer behind = interviews.anAnswer().inTheOutbox().stored();

        // when
        send(nonsense, newer);
        publishing.wake();

        // then
        awaitStatus(behind, AnswerStatus.SCORED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(quarantined())
                        .contains(
                                nonsense.replace('\0', '\uFFFD') + " | not an event",
                                newer + " | unknown schema version 2"));
        assertThat(interviews.answer(fromTheFuture).status()).isEqualTo(AnswerStatus.QUEUED);
    }

    @Test
    void losesNoAnswerWhileTheDatabaseIsAway() {
        // given
        List<StoredAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(interviews.anAnswer().inTheOutbox().stored());
        }
        publishing.wake();
        awaitStatus(answers.getFirst(), AnswerStatus.SCORED);

        // when
        GreenroomTestResource.postgres().stop();
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(503));
        get("/q/health/live").then().statusCode(200);
        GreenroomTestResource.postgres().start();

        // then
        answers.forEach(answer -> awaitStatus(answer, AnswerStatus.SCORED));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(interviews.evaluations(answer)).hasSize(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void scoresWhatWaitedForKafka() {
        // given
        GreenroomTestResource.kafka().stop();
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();
        publishing.wake();
        get("/q/health/live").then().statusCode(200);
        assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.QUEUED);

        // when
        GreenroomTestResource.kafka().start();

        // then
        awaitStatus(answer, AnswerStatus.SCORED);
        assertThat(interviews.evaluations(answer)).hasSize(1);
    }

    private void awaitStatus(StoredAnswer answer, AnswerStatus status) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(interviews.answer(answer).status()).isEqualTo(status));
    }

    private List<String> quarantined() {
        return interviews
                .tables()
                .list(
                        "select payload, reason from quarantined_event where topic = ?",
                        row -> row.getString("payload") + " | "
                                + row.getString("reason").replaceAll(":.*", ""),
                        Topics.ANSWERS);
    }

    private static void send(String... messages) throws Exception {
        try (Producer<String, String> producer = RelayProducer.open(
                Map.of("bootstrap.servers", GreenroomTestResource.kafka().bootstrapServers()))) {
            for (String message : messages) {
                producer.send(new ProducerRecord<>(Topics.ANSWERS, "no session", message))
                        .get();
            }
        }
    }
}
