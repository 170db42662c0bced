package dev.greenroom.worker.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.bank.QuestionBank;
import dev.greenroom.worker.database.Tenants;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class ResultWritingTest {

    private static final String FIVE_HOURS = "5h";

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager entities;

    @Inject
    Tenants tenants;

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
        boolean written = write(late);

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
        write(result);

        // when
        boolean again = write(result);

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
        write(result);

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
        write(scored(answer, 4));

        // then
        assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.SCORED);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_SCORED", "REPORT_READY");
        assertThat(interviews.askedTurns(answer)).isEmpty();
    }

    @Test
    void supersedesTheLastEvaluationAndAsksNothingTwice() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        write(scored(answer, 4));
        interviews.tables().update("update answer set status = 'SCORING', attempt = 5 where id = ?", answer.id());
        String first = interviews.evaluations(answer).getFirst().id();

        // when
        write(scored(answer, 5));

        // then
        assertThat(interviews.evaluations(answer)).hasSize(2).last().satisfies(second -> {
            assertThat(second.version()).isEqualTo(2);
            assertThat(second.supersedes()).isEqualTo(first);
        });
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_SCORED", "TURN_ASKED", "ANSWER_SCORED");
    }

    @Test
    void saysOnceThatTheReportIsReady() {
        // given
        StoredAnswer answer =
                interviews.anAnswer().inAClosedSession().scoring(4, FIVE_HOURS).stored();
        write(scored(answer, 4));
        interviews.tables().update("update answer set status = 'SCORING', attempt = 5 where id = ?", answer.id());

        // when
        write(scored(answer, 5));

        // then
        assertThat(interviews.events(answer)).containsExactly("ANSWER_SCORED", "REPORT_READY", "ANSWER_SCORED");
    }

    @Test
    void keepsTheReportWaitingForAnAnswerThatIsStillBeingScored() {
        // given
        StoredAnswer first = closedWithTwoAnswers();

        // when
        write(scored(first, 5));

        // then
        assertThat(interviews.events(first)).doesNotContain("REPORT_READY");
    }

    @Test
    void saysThatTheReportIsReadyWhenTheLastAnswerHasFailed() {
        // given
        StoredAnswer answer =
                interviews.anAnswer().inAClosedSession().scoring(4, FIVE_HOURS).stored();

        // when
        writing.giveUp(new Claim(answer.id(), 4), FailureReason.SCORING_FAILED);

        // then
        assertThat(interviews.events(answer)).containsExactly("ANSWER_FAILED", "REPORT_READY");
    }

    /** The first is claimed under attempt 5, the second still waits. */
    private StoredAnswer closedWithTwoAnswers() {
        StoredAnswer first = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        write(scored(first, 4));
        interviews.reply(first, "It stays lazy.");
        interviews.tables().update("update session set status = 'COMPLETED' where id = ?", first.session());
        interviews.tables().update("update answer set status = 'SCORING', attempt = 5 where id = ?", first.id());
        return first;
    }

    @Test
    void survivesThatTheInterviewWasErased() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        ScoredAnswer result = scored(answer, 4);
        interviews.tables().update("delete from session where id = ?", answer.session());

        // when
        boolean written = write(result);

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

    @Test
    void writesResultsThatAreReadyTogether() throws Exception {
        // given
        StoredAnswer first = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        StoredAnswer late = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        StoredAnswer last = interviews.anAnswer().scoring(6, FIVE_HOURS).stored();

        // when
        List<Boolean> written = writeTogether(scored(first, 4), scored(late, 3), scored(last, 6));

        // then
        assertThat(written).containsExactly(true, false, true);
        assertThat(interviews.events(first)).containsExactly("ANSWER_SCORED", "TURN_ASKED");
        assertThat(interviews.events(late)).isEmpty();
        assertThat(interviews.events(last)).containsExactly("ANSWER_SCORED", "TURN_ASKED");
        assertThat(interviews.evaluations(last))
                .singleElement()
                .satisfies(evaluation -> assertThat(evaluation.answerId()).isEqualTo(IdKind.ANSWER.format(last.id())));
    }

    @Test
    void keepsTheTroubleOfOneResultFromTheOthers() throws Exception {
        // given
        StoredAnswer sound = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        StoredAnswer evaluated = interviews.anAnswer().scoring(4, FIVE_HOURS).stored();
        ScoredAnswer unawareOfTheEvaluation = scored(evaluated, 4);
        write(unawareOfTheEvaluation);
        interviews.tables().update("update answer set status = 'SCORING' where id = ?", evaluated.id());

        // when
        assertThatThrownBy(() -> writeTogether(scored(sound, 4), unawareOfTheEvaluation))
                .hasRootCauseInstanceOf(PSQLException.class);

        // then
        assertThat(interviews.answer(sound).status()).isEqualTo(AnswerStatus.SCORED);
        assertThat(interviews.answer(evaluated).status()).isEqualTo(AnswerStatus.SCORING);
        assertThat(interviews.evaluations(evaluated)).hasSize(1);
    }

    private boolean write(ScoredAnswer result) {
        try (ResultWriting.ExpectedResult expected = writing.expect()) {
            return expected.write(result);
        }
    }

    private List<Boolean> writeTogether(ScoredAnswer... results) throws Exception {
        List<ResultWriting.ExpectedResult> expected =
                Stream.of(results).map(_ -> writing.expect()).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> written = new ArrayList<>();
            for (int i = 0; i < results.length; i++) {
                ScoredAnswer result = results[i];
                ResultWriting.ExpectedResult place = expected.get(i);
                written.add(threads.submit(() -> place.write(result)));
            }
            List<Boolean> counts = new ArrayList<>();
            for (Future<Boolean> one : written) {
                counts.add(one.get());
            }
            return counts;
        } finally {
            expected.forEach(ResultWriting.ExpectedResult::close);
        }
    }

    private ScoredAnswer scored(StoredAnswer stored, int attempt) {
        return QuarkusTransaction.requiringNew().call(() -> {
            tenants.enterThoseOf(List.of(stored.id()));
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
