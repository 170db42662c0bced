package dev.greenroom.worker.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import dev.greenroom.worker.fixtures.Bank;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.ScriptedOpinion;
import dev.greenroom.worker.fixtures.ScriptedRephrasing;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.TurnRow;
import dev.greenroom.worker.fixtures.WithSecondOpinion;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import dev.greenroom.worker.lease.InFlight;
import dev.greenroom.worker.publishing.Publishing;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How follow-ups come to their words, over Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(WithSecondOpinion.class)
@QuarkusTestResource(WorkerTestResource.class)
class FollowUpWordingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PHRASED = "You say “a QuerySet is lazy”: when does it run, then?";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Publishing publishing;

    @Inject
    ScriptedOpinion judge;

    @Inject
    ScriptedRephrasing rephrasing;

    @Inject
    InFlight inFlight;

    @ConfigProperty(name = "greenroom.intake.slots", defaultValue = "64")
    int slots;

    private Interviews interviews;

    @BeforeEach
    void open() {
        interviews = new Interviews(dataSource);
        judge.reset();
        rephrasing.reset();
        rephrasing.say(_ -> Optional.of(PHRASED));
    }

    @AfterEach
    void finish() {
        rephrasing.reset();
        await().atMost(PATIENCE).until(inFlight::isEmpty);
    }

    @Test
    void asksInTheWordsThatWereFound() {
        // given
        StoredAnswer answer = interviews
                .anAnswer()
                .text("A QuerySet is lazy, I think.")
                .inTheOutbox()
                .stored();

        // when
        publishing.wake();

        // then
        awaitScore(answer);
        assertThat(interviews.askedTurns(answer)).singleElement().satisfies(turn -> {
            assertThat(turn.prompt()).isEqualTo(PHRASED);
            assertThat(turn.phrasing()).isEqualTo("LLM");
            assertThat(turn.followUpId()).isNotNull();
        });
        assertThat(interviews.evaluations(answer))
                .extracting(evaluation -> evaluation.stage())
                .containsExactly(Stage.PRELIMINARY, Stage.FINAL);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_PRELIMINARY", "TURN_ASKED", "ANSWER_SCORED");
    }

    @Test
    void tellsWhoPhrasesWhatIsAskedAndWhatIsSecret() {
        // given
        StoredAnswer answer = interviews
                .anAnswer()
                .text("A QuerySet is lazy, I think.")
                .inTheOutbox()
                .stored();

        // when
        publishing.wake();

        // then
        awaitScore(answer);
        TurnRow turn = interviews.askedTurns(answer).getFirst();
        Question question = question(turn);
        FollowUp curated =
                question.findFollowUp(String.valueOf(turn.followUpId())).orElseThrow();
        assertThat(rephrasing.heard()).singleElement().satisfies(probing -> {
            assertThat(probing.tenant()).isEqualTo(answer.tenant());
            assertThat(probing.answer()).isEqualTo("A QuerySet is lazy, I think.");
            assertThat(probing.curated()).isEqualTo(curated.prompt());
            assertThat(probing.asked()).containsExactly("the prompt");
            assertThat(probing.secrets())
                    .contains(question.modelAnswer(), curated.modelAnswer())
                    .contains(question.concepts().getFirst().statement())
                    .contains(curated.concepts().getFirst().statement());
        });
    }

    @Test
    void tellsTheJudgeInWhichWordsItWasAsked() {
        // given
        StoredAnswer main = interviews
                .anAnswer()
                .text("A QuerySet is lazy, I think.")
                .inTheOutbox()
                .stored();
        publishing.wake();
        awaitScore(main);

        // when
        StoredAnswer reply = interviews.reply(main, "It runs once somebody iterates over the rows.");
        publishing.wake();

        // then
        awaitScore(reply);
        assertThat(judge.heard()).hasSize(2);
        assertThat(judge.heard().getFirst().asked()).isNull();
        assertThat(judge.heard().getLast().asked()).isEqualTo(PHRASED);
    }

    @Test
    void asksAsItIsCuratedWhereNoWordsAreFound() {
        // given
        rephrasing.say(_ -> Optional.empty());
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitScore(answer);
        assertThat(interviews.askedTurns(answer)).singleElement().satisfies(turn -> {
            assertThat(turn.phrasing()).isEqualTo("CURATED");
            assertThat(turn.prompt())
                    .isEqualTo(question(turn)
                            .findFollowUp(String.valueOf(turn.followUpId()))
                            .orElseThrow()
                            .prompt());
        });
    }

    @Test
    void looksForNoWordsWhereNoFollowUpComes() {
        // given
        StoredAnswer last = interviews.anAnswer().maxFollowUps(0).inTheOutbox().stored();
        StoredAnswer closed =
                interviews.anAnswer().inAClosedSession().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitScore(last);
        awaitScore(closed);
        assertThat(rephrasing.heard()).isEmpty();
    }

    @Test
    void showsNoModelWhatIsSaidInASandbox() {
        // given
        StoredAnswer answer = interviews.anAnswer().inASandbox().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitScore(answer);
        assertThat(interviews.askedTurns(answer))
                .singleElement()
                .satisfies(turn -> assertThat(turn.phrasing()).isEqualTo("CURATED"));
        assertThat(rephrasing.heard()).isEmpty();
    }

    @Test
    void takesNoSlotAndNoConnectionWhileWordsAreFound() {
        // given
        rephrasing.hold();
        List<StoredAnswer> waiting = IntStream.range(0, slots + 8)
                .mapToObj(_ -> interviews.anAnswer().inTheOutbox().stored())
                .toList();
        publishing.wake();
        await().atMost(PATIENCE).until(() -> rephrasing.thinking() == waiting.size());

        // when
        StoredAnswer other = interviews.anAnswer().maxFollowUps(0).inTheOutbox().stored();
        publishing.wake();

        // then
        awaitScore(other);
        assertThat(rephrasing.thinking()).isEqualTo(waiting.size());
        await().atMost(PATIENCE).until(() -> dataSource.getMetrics().activeCount() == 0);
        assertThat(interviews.askedTurns(waiting.getFirst())).isEmpty();
        rephrasing.letGo();
        waiting.forEach(this::awaitScore);
        assertThat(interviews.askedTurns(waiting.getLast())).hasSize(1);
    }

    @Test
    void asksNothingWhereTheAnswerWasTakenOverMeanwhile() {
        // given
        rephrasing.hold();
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();
        publishing.wake();
        await().atMost(PATIENCE).until(() -> rephrasing.thinking() == 1);
        interviews
                .tables()
                .update(
                        "update answer set attempt = attempt + 1, lease_owner = 'another worker',"
                                + " lease_expires_at = now() + interval '1 minute' where id = ?",
                        answer.id());

        // when
        rephrasing.letGo();

        // then
        await().atMost(PATIENCE).until(inFlight::isEmpty);
        assertThat(interviews.evaluations(answer)).isEmpty();
        assertThat(interviews.askedTurns(answer)).isEmpty();
        assertThat(judge.heard()).isEmpty();
    }

    private static Question question(TurnRow turn) {
        return Bank.orm().stream()
                .filter(question -> question.id().equals(turn.questionId()))
                .findFirst()
                .orElseThrow();
    }

    private void awaitScore(StoredAnswer answer) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.SCORED));
    }
}
