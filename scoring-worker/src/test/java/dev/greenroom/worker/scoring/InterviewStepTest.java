package dev.greenroom.worker.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.Contradiction;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.FollowUpRef;
import dev.greenroom.model.evaluation.Settlement;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.TurnKind;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import dev.greenroom.worker.fixtures.AnswerRow;
import dev.greenroom.worker.fixtures.Bank;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.TurnRow;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import dev.greenroom.worker.publishing.Publishing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the outbox row of a submitted answer to the committed feedback and the next turn, over Kafka. */
@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class InterviewStepTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Question FIRST = Bank.orm().getFirst();
    private static final Question SECOND = Bank.orm().get(1);

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
    void scoresAnAnswerWithEvidenceFromItsText() {
        // given
        String text = FIRST.modelAnswer();
        StoredAnswer answer = interviews.anAnswer().text(text).inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        Evaluation evaluation = awaitEvaluation(answer);
        assertThat(evaluation.status()).isEqualTo(EvaluationStatus.SCORED);
        assertThat(evaluation.stage()).isEqualTo(Stage.FINAL);
        assertThat(evaluation.version()).isEqualTo(1);
        assertThat(evaluation.supersedes()).isNull();
        assertThat(evaluation.answerId()).isEqualTo(IdKind.ANSWER.format(answer.id()));
        assertThat(evaluation.provenance().question()).isEqualTo(Bank.ref(FIRST).toString());
        assertThat(evidence(evaluation))
                .isNotEmpty()
                .allSatisfy(evidence -> assertThat(text.substring(evidence.start(), evidence.end()))
                        .isEqualTo(evidence.quote()));
        AnswerRow row = interviews.answer(answer);
        assertThat(row.status()).isEqualTo(AnswerStatus.SCORED);
        assertThat(row.attempt()).isEqualTo(1);
        assertThat(row.leaseOwner()).isNull();
    }

    @Test
    void asksAFollowUpAboutWhatWasNotCovered() {
        // given
        String half = "A QuerySet is lazy. Chaining filter or exclude only builds up the SQL and sends nothing"
                + " to the database until the results are needed.";
        StoredAnswer answer = interviews.anAnswer().text(half).inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        Evaluation evaluation = awaitEvaluation(answer);
        TurnRow next = interviews.askedTurns(answer).getFirst();
        assertThat(next.kind()).isEqualTo(TurnKind.FOLLOW_UP);
        FollowUp curated = FIRST.findFollowUp(String.valueOf(next.followUpId())).orElseThrow();
        assertThat(next.prompt()).isEqualTo(curated.prompt());
        FollowUpRef announced = Objects.requireNonNull(evaluation.followUp());
        assertThat(announced.turnId()).isEqualTo(IdKind.TURN.format(next.id()));
        assertThat(announced.targetConcepts()).containsExactly(curated.when().concept());
        assertThat(interviews.events(answer)).containsExactly("ANSWER_SCORED", "TURN_ASKED");
    }

    @Test
    void asksTheNextQuestionAfterADontKnow() {
        // given
        StoredAnswer answer = interviews
                .anAnswer()
                .text("Sorry, I have no idea.")
                .inTheOutbox()
                .stored();

        // when
        publishing.wake();

        // then
        Evaluation evaluation = awaitEvaluation(answer);
        assertThat(evaluation.flags()).contains(Flag.DONT_KNOW);
        assertThat(evaluation.followUp()).isNull();
        assertThat(interviews.askedTurns(answer)).singleElement().satisfies(turn -> {
            assertThat(turn.kind()).isEqualTo(TurnKind.MAIN);
            assertThat(turn.questionId()).isEqualTo(SECOND.id());
            assertThat(turn.prompt()).isEqualTo(SECOND.prompt());
        });
    }

    @Test
    void completesTheSessionAfterTheLastAnswer() {
        // given
        StoredAnswer answer = interviews
                .anAnswer()
                .asking(Bank.ref(SECOND))
                .maxFollowUps(0)
                .inTheOutbox()
                .stored();

        // when
        publishing.wake();

        // then
        awaitEvaluation(answer);
        assertThat(interviews.sessionStatus(answer)).isEqualTo("COMPLETED");
        assertThat(interviews.askedTurns(answer)).isEmpty();
        assertThat(interviews.events(answer)).containsExactly("ANSWER_SCORED", "SESSION_COMPLETED", "REPORT_READY");
    }

    @Test
    void supersedesTheEvaluationOfAnAnswerThatIsScoredAnew() {
        // given
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();
        publishing.wake();
        Evaluation first = awaitEvaluation(answer);
        interviews.tables().update("update answer set status = 'QUEUED' where id = ?", answer.id());
        interviews.announce(answer);

        // when
        publishing.wake();

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(interviews.evaluations(answer)).hasSize(2));
        Evaluation second = interviews.evaluations(answer).getLast();
        assertThat(second.stage()).isEqualTo(Stage.FINAL);
        assertThat(second.supersedes()).isEqualTo(first.id());
        assertThat(second.score()).isEqualTo(first.score());
        assertThat(second.followUp()).isEqualTo(first.followUp());
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_SCORED", "TURN_ASKED", "ANSWER_SCORED");
    }

    @Test
    void tellsWhatTheAnswerToAFollowUpSettles() {
        // given
        StoredAnswer main =
                interviews.anAnswer().text("A QuerySet is lazy.").inTheOutbox().stored();
        publishing.wake();
        awaitEvaluation(main);
        FollowUp asked = FIRST.findFollowUp(
                        String.valueOf(interviews.askedTurns(main).getFirst().followUpId()))
                .orElseThrow();
        StoredAnswer reply = interviews.reply(main, asked.modelAnswer());

        // when
        publishing.wake();

        // then
        assertThat(awaitEvaluation(reply).settlement())
                .isEqualTo(new Settlement(asked.when().concept(), Defence.REPAIRED, null));
        assertThat(awaitEvaluation(main).settlement()).isNull();
    }

    @Test
    void quotesWhatContradictsAnEarlierAnswer() {
        // given
        String before = "Calling filter on a QuerySet sends no query to the database.";
        String now = "Calling filter on a QuerySet sends a query to the database.";
        StoredAnswer main =
                interviews.anAnswer().text("Sure. " + before).inTheOutbox().stored();
        publishing.wake();
        awaitEvaluation(main);
        StoredAnswer reply = interviews.reply(main, now);

        // when
        publishing.wake();

        // then
        Evaluation evaluation = awaitEvaluation(reply);
        assertThat(evaluation.flags()).contains(Flag.CONTRADICTION);
        Settlement settlement = Objects.requireNonNull(evaluation.settlement());
        assertThat(settlement.defence()).isEqualTo(Defence.CONTRADICTED);
        assertThat(settlement.contradiction())
                .isEqualTo(new Contradiction(
                        IdKind.ANSWER.format(main.id()),
                        new Evidence(before, 6, 6 + before.length()),
                        new Evidence(now, 0, now.length())));
    }

    @Test
    void scoresOnceWhatIsAnnouncedManyTimes() {
        // given
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();
        for (int i = 0; i < 20; i++) {
            interviews.announce(answer);
        }
        StoredAnswer lastInTheTopic = interviews.anAnswer().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitEvaluation(lastInTheTopic);
        awaitEvaluation(answer);
        assertThat(interviews.evaluations(answer)).hasSize(1);
        assertThat(interviews.askedTurns(answer)).hasSize(1);
    }

    @Test
    void findsAnAnswerThatNobodyAnnounced() {
        // given
        StoredAnswer answer = interviews.anAnswer().announced(1, "1h").stored();

        // when nothing happens

        // then
        awaitEvaluation(answer);
    }

    @Test
    void takesOverFromAWorkerThatDied() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(5, "-1s").stored();

        // when nothing happens

        // then
        awaitEvaluation(answer);
        assertThat(interviews.answer(answer).attempt()).isEqualTo(6);
        assertThat(interviews.answer(answer).failures()).isEqualTo(1);
    }

    @Test
    void scoresManyAnswersAndLosesNone() {
        // given
        List<StoredAnswer> answers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            answers.add(interviews
                    .anAnswer()
                    .text("Answer %d: a QuerySet is lazy.".formatted(i))
                    .inTheOutbox()
                    .stored());
        }

        // when
        publishing.wake();

        // then
        answers.forEach(this::awaitEvaluation);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(interviews.evaluations(answer)).hasSize(1));
    }

    private Evaluation awaitEvaluation(StoredAnswer answer) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(interviews.evaluations(answer)).hasSize(1));
        return interviews.evaluations(answer).getFirst();
    }

    private static List<Evidence> evidence(Evaluation evaluation) {
        return Stream.concat(
                        evaluation.concepts().stream()
                                .map(ConceptFinding::evidence)
                                .flatMap(List::stream),
                        evaluation.criteria().stream().flatMap(criterion -> criterion.evidence().stream()))
                .toList();
    }
}
