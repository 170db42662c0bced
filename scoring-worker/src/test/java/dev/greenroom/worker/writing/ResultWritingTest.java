package dev.greenroom.worker.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.bank.QuestionBank;
import dev.greenroom.worker.fixtures.Bank;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import dev.greenroom.worker.lease.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class ResultWritingTest {

    private static final String FIVE_HOURS = "5h";

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager entities;

    @Inject
    ResultWriting writing;

    @Inject
    Retries retries;

    @Inject
    QuestionBank bank;

    @Inject
    Assessor assessor;

    private Interviews interviews;

    @BeforeEach
    void open() {
        interviews = new Interviews(dataSource);
    }

    @Test
    void dropsTheLateResultOfAWorkerThatThawed() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        ScoredAnswer late = scored(answer, 3);

        // when
        boolean written = writing.write(late);

        // then
        assertThat(written).isFalse();
        assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.SCORING);
        assertThat(interviews.answer(answer).attempt()).isEqualTo(4);
        assertThat(interviews.evaluations(answer)).isEmpty();
        assertThat(interviews.askedTurns(answer)).isEmpty();
        assertThat(interviews.events(answer)).isEmpty();
    }

    @Test
    void writesAResultOnceAlthoughItIsRepeated() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        ScoredAnswer result = scored(answer, 4);
        writing.write(result);

        // when
        boolean again = writing.write(result);

        // then
        assertThat(again).isFalse();
        assertThat(interviews.evaluations(answer)).hasSize(1);
        assertThat(interviews.askedTurns(answer)).hasSize(1);
    }

    @Test
    void goesOnWithTheInterviewWithoutAScore() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        ScoredAnswer result = withAssessment(scored(answer, 4), unscored("TRANSCRIPT_UNRELIABLE"));

        // when
        writing.write(result);

        // then
        assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.UNSCORED);
        assertThat(interviews.answer(answer).reason()).isEqualTo("TRANSCRIPT_UNRELIABLE");
        assertThat(interviews.evaluations(answer))
                .singleElement()
                .satisfies(evaluation -> assertThat(evaluation.status()).isEqualTo(EvaluationStatus.UNSCORED));
        assertThat(interviews.events(answer)).containsExactly("ANSWER_UNSCORED", "TURN_ASKED");
    }

    @Test
    void asksNothingInASessionThatWasClosedMeanwhile() {
        // given
        StoredAnswer answer =
                interviews.anAnswer().inAClosedSession().scoring(4, FIVE_HOURS).stored();

        // when
        writing.write(scored(answer, 4));

        // then
        assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.SCORED);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_SCORED");
        assertThat(interviews.askedTurns(answer)).isEmpty();
    }

    @Test
    void supersedesTheLastEvaluationAndAsksNothingTwice() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        writing.write(scored(answer, 4));
        interviews.tables().update("update answer set status = 'SCORING', attempt = 5 where id = ?", answer.id());
        String first = interviews.evaluations(answer).getFirst().id();

        // when
        writing.write(scored(answer, 5));

        // then
        assertThat(interviews.evaluations(answer)).hasSize(2).last().satisfies(second -> {
            assertThat(second.version()).isEqualTo(2);
            assertThat(second.supersedes()).isEqualTo(first);
        });
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_SCORED", "TURN_ASKED", "ANSWER_SCORED");
    }

    @Test
    void survivesThatTheInterviewWasErased() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        ScoredAnswer result = scored(answer, 4);
        interviews.tables().update("delete from session where id = ?", answer.session());

        // when
        boolean written = writing.write(result);

        // then
        assertThat(written).isFalse();
    }

    @Test
    void countsNoFailureOfAClaimThatWasLost() {
        // given
        StoredAnswer answer =
                interviews.anAnswer().scoring(4, FIVE_HOURS).failures(2).stored();

        // when
        retries.afterFailure(new Claim(answer.id(), 3));

        // then
        assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.SCORING);
        assertThat(interviews.answer(answer).failures()).isEqualTo(2);
    }

    private ScoredAnswer scored(StoredAnswer stored, int attempt) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Answer answer = entities.find(Answer.class, stored.id());
            Turn turn = entities.find(Turn.class, stored.turn());
            var question = bank.requireQuestion(turn.question());
            Assessment assessment = assessor.assess(
                    AnswerKey.of(
                            turn.question(),
                            question,
                            bank.requireRubric(question.rubric().id())),
                    AnswerInput.typed(answer.submission().text()));
            var previous = interviews.evaluations(stored);
            return new ScoredAnswer(
                    new Claim(stored.id(), attempt),
                    answer,
                    turn,
                    previous.isEmpty() ? null : previous.getLast(),
                    assessment,
                    Optional.empty());
        });
    }

    private static ScoredAnswer withAssessment(ScoredAnswer scored, Assessment assessment) {
        return new ScoredAnswer(
                scored.claim(), scored.answer(), scored.turn(), scored.previous(), assessment, scored.probe());
    }

    private static Assessment unscored(String reason) {
        return new Assessment(
                EvaluationStatus.UNSCORED,
                reason,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "the model answer",
                new Delivery(0, null, null, null),
                List.of(),
                new Provenance(
                        Scorer.GATE,
                        "none",
                        null,
                        "technical@1",
                        Bank.ref(Bank.orm().getFirst()).toString(),
                        "sha256:0",
                        1,
                        null,
                        null));
    }
}
