package dev.greenroom.worker.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.assessment.Opinion;
import dev.greenroom.worker.bank.QuestionBank;
import dev.greenroom.worker.database.Tenants;
import dev.greenroom.worker.fixtures.AnswerFixture;
import dev.greenroom.worker.fixtures.Bank;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.ScriptedOpinion;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.WithSecondOpinion;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.lease.InFlight;
import dev.greenroom.worker.publishing.Publishing;
import dev.greenroom.worker.writing.ResultWriting;
import dev.greenroom.worker.writing.ScoredAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an answer between its first evaluation and the judge's, over Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(WithSecondOpinion.class)
@QuarkusTestResource(WorkerTestResource.class)
class OpinionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FIRST_POINTS = 61;

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager entities;

    @Inject
    Tenants tenants;

    @Inject
    Publishing publishing;

    @Inject
    ResultWriting writing;

    @Inject
    QuestionBank bank;

    @Inject
    Assessor assessor;

    @Inject
    ScriptedOpinion judge;

    @Inject
    InFlight inFlight;

    @Inject
    MeterRegistry metrics;

    private Interviews interviews;

    @BeforeEach
    void open() {
        interviews = new Interviews(dataSource);
        judge.reset();
    }

    @AfterEach
    void finish() {
        judge.letGo();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inFlight.isEmpty()).isTrue());
    }

    @Test
    void asksTheNextQuestionBeforeTheJudgeHasSpoken() {
        // given
        judge.hold();
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitJudgesHearing(answer);
        assertThat(interviews.evaluations(answer)).singleElement().satisfies(first -> {
            assertThat(first.stage()).isEqualTo(Stage.PRELIMINARY);
            assertThat(first.version()).isEqualTo(1);
            assertThat(first.provenance().scorer()).isEqualTo(Scorer.RUBRIC);
        });
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_PRELIMINARY", "TURN_ASKED");
        assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.SCORING);
        assertThat(interviews.answer(answer).leaseOwner()).isEqualTo("the worker under test");
    }

    @Test
    void keepsTheSandboxFromTheJudge() {
        // given
        StoredAnswer sandboxed =
                interviews.anAnswer().inASandbox().inTheOutbox().stored();
        StoredAnswer live = interviews.anAnswer().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitStatus(sandboxed, AnswerStatus.SCORED);
        awaitStatus(live, AnswerStatus.SCORED);
        assertThat(judge.heard()).hasSize(1);
        assertThat(interviews.evaluations(sandboxed)).singleElement().satisfies(only -> {
            assertThat(only.stage()).isEqualTo(Stage.FINAL);
            assertThat(only.provenance().scorer()).isEqualTo(Scorer.RUBRIC);
        });
        assertThat(interviews.askedTurns(sandboxed)).hasSize(1);
    }

    @Test
    void letsTheJudgeHaveTheLastWord() {
        // given
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitStatus(answer, AnswerStatus.SCORED);
        List<Evaluation> evaluations = interviews.evaluations(answer);
        assertThat(evaluations).hasSize(2).last().satisfies(last -> {
            assertThat(last.stage()).isEqualTo(Stage.FINAL);
            assertThat(last.version()).isEqualTo(2);
            assertThat(last.supersedes()).isEqualTo(evaluations.getFirst().id());
            assertThat(last.followUp()).isEqualTo(evaluations.getFirst().followUp());
            assertThat(last.provenance().scorer()).isEqualTo(Scorer.HYBRID);
            assertThat(points(last)).isEqualTo(ScriptedOpinion.POINTS);
        });
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_PRELIMINARY", "TURN_ASKED", "ANSWER_SCORED");
        assertThat(interviews.answer(answer).leaseOwner()).isNull();
    }

    @Test
    void completesTheSessionWhileTheJudgeIsAtWork() {
        // given
        judge.hold();
        StoredAnswer last = interviews
                .anAnswer()
                .asking(Bank.ref(Bank.orm().get(1)))
                .maxFollowUps(0)
                .inTheOutbox()
                .stored();

        // when
        publishing.wake();

        // then
        awaitJudgesHearing(last);
        assertThat(interviews.sessionStatus(last)).isEqualTo("COMPLETED");
        assertThat(interviews.events(last)).containsExactly("ANSWER_PRELIMINARY", "SESSION_COMPLETED");
        assertThat(interviews.answer(last).status()).isEqualTo(AnswerStatus.SCORING);
    }

    @Test
    void goesOnWithTheOpinionAloneAfterAWorkerDied() {
        // given
        StoredAnswer answer = withPreliminary(interviews.anAnswer());

        // when
        expireLease(answer);

        // then
        awaitStatus(answer, AnswerStatus.SCORED);
        assertThat(judge.heard())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.first().provenance().latencyMs()).isEqualTo(7));
        assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY, Stage.FINAL);
        assertThat(interviews.evaluations(answer))
                .extracting(OpinionsTest::points)
                .containsExactly(FIRST_POINTS, ScriptedOpinion.POINTS);
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.answer(answer).failures()).isEqualTo(1);
    }

    @Test
    void dropsTheOpinionOfAWorkerThatLostItsLease() {
        // given
        double late = late();
        StoredAnswer answer = atTheJudge();
        takenOverByAnother(answer);

        // when
        judge.letGo();

        // then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(late()).isGreaterThan(late));
        assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY);
        assertThat(interviews.answer(answer).status()).isEqualTo(AnswerStatus.SCORING);
        assertThat(interviews.answer(answer).attempt()).isEqualTo(2);
    }

    @Test
    void survivesThatTheInterviewIsErasedMeanwhile() {
        // given
        double late = late();
        StoredAnswer answer = atTheJudge();
        interviews.tables().update("delete from session where id = ?", answer.session());

        // when
        judge.letGo();

        // then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(late()).isGreaterThan(late));
        assertThat(interviews.evaluations(answer)).isEmpty();
    }

    @Test
    void givesTheFeedbackOfASessionThatIsClosedMeanwhile() {
        // given
        StoredAnswer answer = atTheJudge();
        interviews.tables().update("update session set status = 'COMPLETED' where id = ?", answer.session());

        // when
        judge.letGo();

        // then
        awaitStatus(answer, AnswerStatus.SCORED);
        assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY, Stage.FINAL);
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer))
                .containsExactly("ANSWER_PRELIMINARY", "TURN_ASKED", "ANSWER_SCORED", "REPORT_READY");
    }

    @Test
    void asksAJudgeAgainThatPutTheAnswerOff() {
        // given
        AtomicInteger calls = new AtomicInteger();
        judge.say(request -> calls.incrementAndGet() == 1
                ? new Opinion.Postponed("busy", Duration.ofMillis(10))
                : ScriptedOpinion.settle(request));
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();

        // when
        publishing.wake();

        // then
        awaitStatus(answer, AnswerStatus.SCORED);
        assertThat(calls).hasValue(2);
        assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY, Stage.FINAL);
        assertThat(interviews.answer(answer).attempt()).isEqualTo(2);
        assertThat(interviews.answer(answer).failures()).isZero();
        assertThat(interviews.askedTurns(answer)).hasSize(1);
    }

    @Test
    void keepsTheFirstEvaluationWhenTheJudgePutsItOffForTooLong() {
        // given
        judge.say(_ -> new Opinion.Postponed("busy", Duration.ofMillis(10)));
        StoredAnswer answer = withPreliminary(interviews.anAnswer());
        interviews
                .tables()
                .update(
                        "update evaluation set body = jsonb_set(body, '{createdAt}', '\"2001-02-03T04:05:06Z\"')"
                                + " where answer_id = ?",
                        answer.id());

        // when
        expireLease(answer);

        // then
        awaitFirstEvaluationToStand(answer, "NO_OPINION_IN_TIME");
    }

    @Test
    void keepsTheFirstEvaluationWhenNoTryGivesAnOpinion() {
        // given
        judge.say(_ -> {
            throw new IllegalStateException("an error of the judge's own");
        });
        StoredAnswer answer = withPreliminary(interviews.anAnswer());

        // when
        expireLease(answer);

        // then
        awaitFirstEvaluationToStand(answer, "SCORING_FAILED");
    }

    @Test
    void keepsTheFirstEvaluationWhenEachWorkerDies() {
        // given
        StoredAnswer answer = withPreliminary(interviews.anAnswer().failures(WorkerTestResource.MAX_FAILURES - 1));

        // when
        expireLease(answer);

        // then
        awaitFirstEvaluationToStand(answer, "WORKER_LOST");
        assertThat(judge.heard()).isEmpty();
    }

    @Test
    void keepsTheFirstEvaluationWhenTheJudgeIsSwitchedOff() {
        // given
        judge.switchOff();
        StoredAnswer answer = withPreliminary(interviews.anAnswer());

        // when
        expireLease(answer);

        // then
        awaitFirstEvaluationToStand(answer, "OPINION_NOT_WANTED");
    }

    @Test
    void keepsAFinalEvaluationInViewUntilTheAnswerIsJudgedAnew() {
        // given
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();
        publishing.wake();
        awaitStatus(answer, AnswerStatus.SCORED);
        judge.hold();
        judge.heard().clear();

        // when
        queueAgain(answer);

        // then
        awaitJudgesHearing(answer);
        assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY, Stage.FINAL);
        judge.letGo();
        awaitStatus(answer, AnswerStatus.SCORED);
        assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY, Stage.FINAL, Stage.FINAL);
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer))
                .containsExactly("ANSWER_PRELIMINARY", "TURN_ASKED", "ANSWER_SCORED", "ANSWER_SCORED");
    }

    @Test
    void keepsAFinalEvaluationWhenTheAnswerCannotBeJudgedAnew() {
        // given
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();
        publishing.wake();
        awaitStatus(answer, AnswerStatus.SCORED);
        judge.say(_ -> new Opinion.Postponed("busy", Duration.ofHours(1)));
        judge.heard().clear();

        // when
        queueAgain(answer);

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(judge.heard()).hasSize(WorkerTestResource.MAX_FAILURES));
        awaitStatus(answer, AnswerStatus.SCORED);
        assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY, Stage.FINAL);
    }

    @Test
    void storesTheFirstEvaluationOnceAlthoughItsCommitIsRepeated() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, "5h").stored();
        ScoredAnswer first = scored(answer, 4);
        Optional<Evaluation> written = writing.writePreliminary(first);

        // when
        Optional<Evaluation> again = writing.writePreliminary(first);

        // then
        assertThat(again).map(Evaluation::id).isEqualTo(written.map(Evaluation::id));
        assertThat(interviews.evaluations(answer)).hasSize(1);
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_PRELIMINARY", "TURN_ASKED");
    }

    @Test
    void dropsAFirstEvaluationThatComesTooLate() {
        // given
        StoredAnswer answer = interviews.anAnswer().scoring(4, "5h").stored();

        // when
        Optional<Evaluation> written = writing.writePreliminary(scored(answer, 3));

        // then
        assertThat(written).isEmpty();
        assertThat(interviews.evaluations(answer)).isEmpty();
        assertThat(interviews.askedTurns(answer)).isEmpty();
    }

    @Test
    void asksEveryNextQuestionThoughManyMoreAnswersWaitThanTheJudgeTakes() {
        // given
        judge.hold();
        int overflow = 30;
        long before = interviews.tables().count("evaluation");
        List<StoredAnswer> answers = new ArrayList<>();
        for (int i = 0; i < WithSecondOpinion.IN_FLIGHT + WithSecondOpinion.WAITING + overflow; i++) {
            answers.add(interviews
                    .anAnswer()
                    .text("Answer %d: a QuerySet is lazy.".formatted(i))
                    .inTheOutbox()
                    .stored());
        }

        // when
        publishing.wake();

        // then
        await().atMost(PATIENCE).until(() -> interviews.tables().count("evaluation") >= before + answers.size());
        assertThat(answers).allSatisfy(answer -> assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY));
        assertThat(judge.considering()).isEqualTo(WithSecondOpinion.IN_FLIGHT);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(interviews.askedTurns(answer)).hasSize(1));
        judge.letGo();
        answers.forEach(answer -> awaitStatus(answer, AnswerStatus.SCORED));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY, Stage.FINAL);
            assertThat(interviews.answer(answer).failures()).isZero();
        });
    }

    /** An answer that this worker has shown to the judge, who says nothing yet. */
    private StoredAnswer atTheJudge() {
        judge.hold();
        StoredAnswer answer = interviews.anAnswer().inTheOutbox().stored();
        publishing.wake();
        awaitJudgesHearing(answer);
        return answer;
    }

    /** An answer whose first evaluation another worker has stored, which still holds it. */
    private StoredAnswer withPreliminary(AnswerFixture fixture) {
        StoredAnswer answer = fixture.scoring(4, "5h").stored();
        writing.writePreliminary(scored(answer, 4));
        return answer;
    }

    private void queueAgain(StoredAnswer answer) {
        interviews.tables().update("update answer set status = 'QUEUED' where id = ?", answer.id());
        interviews.announce(answer);
        publishing.wake();
    }

    private void expireLease(StoredAnswer answer) {
        interviews
                .tables()
                .update("update answer set lease_expires_at = now() - interval '1 second' where id = ?", answer.id());
    }

    private void takenOverByAnother(StoredAnswer answer) {
        interviews
                .tables()
                .update(
                        "update answer set attempt = attempt + 1, lease_expires_at = now() + interval '5 hours'"
                                + " where id = ?",
                        answer.id());
    }

    private ScoredAnswer scored(StoredAnswer stored, int attempt) {
        return QuarkusTransaction.requiringNew().call(() -> {
            tenants.enterThoseOf(List.of(stored.id()));
            Answer answer = entities.find(Answer.class, stored.id());
            Turn turn = entities.find(Turn.class, stored.turn());
            var question = bank.requireQuestion(turn.question());
            AnswerKey key = AnswerKey.of(
                    turn.question(),
                    question,
                    bank.requireRubric(question.rubric().id()));
            Assessment assessment =
                    assessor.assess(key, AnswerInput.typed(answer.submission().text()));
            return new ScoredAnswer(
                    new Claim(stored.id(), attempt),
                    answer,
                    turn,
                    null,
                    ScriptedOpinion.withPoints(assessment, FIRST_POINTS, Scorer.RUBRIC),
                    Optional.empty());
        });
    }

    private void awaitJudgesHearing(StoredAnswer answer) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(judge.heard()).isNotEmpty();
            assertThat(interviews.evaluations(answer)).isNotEmpty();
        });
    }

    private void awaitStatus(StoredAnswer answer, AnswerStatus status) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(interviews.answer(answer).status()).isEqualTo(status));
    }

    private void awaitFirstEvaluationToStand(StoredAnswer answer, String because) {
        awaitStatus(answer, AnswerStatus.SCORED);
        assertThat(stages(answer)).containsExactly(Stage.PRELIMINARY, Stage.FINAL);
        assertThat(interviews.evaluations(answer))
                .extracting(OpinionsTest::points)
                .containsExactly(FIRST_POINTS, FIRST_POINTS);
        Evaluation last = interviews.evaluations(answer).getLast();
        assertThat(last.provenance().fallback()).isEqualTo(because);
        assertThat(last.provenance().scorer()).isEqualTo(Scorer.RUBRIC);
        assertThat(last.supersedes())
                .isEqualTo(interviews.evaluations(answer).getFirst().id());
        assertThat(interviews.answer(answer).reason()).isNull();
        assertThat(interviews.askedTurns(answer)).hasSize(1);
        assertThat(interviews.events(answer)).containsExactly("ANSWER_PRELIMINARY", "TURN_ASKED", "ANSWER_SCORED");
    }

    private List<Stage> stages(StoredAnswer answer) {
        return interviews.evaluations(answer).stream().map(Evaluation::stage).toList();
    }

    private static int points(Evaluation evaluation) {
        var score = evaluation.score();
        return score == null ? -1 : score.value();
    }

    private double late() {
        return metrics.counter("greenroom.results.late").count();
    }
}
