package dev.greenroom.worker.scoring;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.interview.Phrasing;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.interview.Speech;
import dev.greenroom.model.interview.Submission;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.assessment.OpinionRequest;
import dev.greenroom.worker.bank.QuestionBank;
import dev.greenroom.worker.feedback.DeliveryMeter.Timing;
import dev.greenroom.worker.followup.FollowUpChoice;
import dev.greenroom.worker.followup.Settling;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.metrics.ScoringMetrics;
import dev.greenroom.worker.opinion.Unsettled;
import dev.greenroom.worker.writing.ScoredAnswer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assesses an answer by the key of its turn and chooses the follow-up that fits. Outside of any transaction. */
@Singleton
final class Judging {

    private final QuestionBank bank;
    private final Assessor assessor;
    private final ScoringMetrics metrics;

    Judging(QuestionBank bank, Assessor assessor, ScoringMetrics metrics) {
        this.bank = bank;
        this.assessor = assessor;
        this.metrics = metrics;
    }

    /** Assesses the answer, unless a first assessment is stored already and only a second opinion is to come. */
    Unsettled judge(Claim claim, Work work) {
        Turn turn = work.turn();
        Question question = bank.requireQuestion(turn.question());
        AnswerKey key = key(turn, question);
        AnswerInput input = input(work.answer().submission());
        Settling thread =
                new Settling(question, work.earlier().stream().map(Heard::reply).toList());
        Evaluation stored = work.findPreliminary().orElse(null);
        Assessment first =
                stored == null ? metrics.assessing(() -> assessor.assess(key, input)) : Assessment.of(stored);
        ScoredAnswer scored =
                new ScoredAnswer(claim, work.answer(), turn, work.previous(), first, Optional.empty()).in(thread);
        return new Unsettled(
                stored == null ? scored.leadingTo(probe(question, work, scored)) : scored,
                new OpinionRequest(
                        work.answer().tenantId(),
                        key,
                        input,
                        question,
                        work.earlier().stream().map(Heard::asked).toList(),
                        turn.phrasing() == Phrasing.LLM ? turn.prompt() : null,
                        first),
                thread,
                work.sandbox());
    }

    private AnswerKey key(Turn turn, Question question) {
        Rubric rubric = bank.requireRubric(question.rubric().id());
        return AnswerKey.of(turn.question(), question, turn.followUpId().orElse(null), rubric);
    }

    private static AnswerInput input(Submission submission) {
        Speech speech = submission.speech();
        return new AnswerInput(
                submission.text(),
                submission.skipped(),
                submission.durationMs(),
                speech == null ? null : speech.confidence(),
                timings(speech));
    }

    private static @Nullable List<Timing> timings(@Nullable Speech speech) {
        return speech == null
                ? null
                : speech.words().stream()
                        .map(word -> new Timing(word.startMs(), word.endMs()))
                        .toList();
    }

    private static Optional<Probe> probe(Question question, Work work, ScoredAnswer scored) {
        return FollowUpChoice.choose(
                question,
                Stream.concat(
                                work.earlier().stream().map(Heard::found),
                                Stream.of(scored.reply().turn()))
                        .toList());
    }
}
