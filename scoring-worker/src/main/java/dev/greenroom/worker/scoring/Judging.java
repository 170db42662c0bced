package dev.greenroom.worker.scoring;

import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.interview.Speech;
import dev.greenroom.model.interview.Submission;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.bank.QuestionBank;
import dev.greenroom.worker.feedback.DeliveryMeter.Timing;
import dev.greenroom.worker.followup.FollowUpChoice;
import dev.greenroom.worker.followup.ThreadTurn;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.writing.ScoredAnswer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assesses an answer by the key of its turn and chooses the follow-up that fits. Outside of any transaction. */
@Singleton
final class Judging {

    private final QuestionBank bank;
    private final Assessor assessor;

    Judging(QuestionBank bank, Assessor assessor) {
        this.bank = bank;
        this.assessor = assessor;
    }

    ScoredAnswer judge(Claim claim, Work work) {
        Turn turn = work.turn();
        Question question = bank.requireQuestion(turn.question());
        Assessment assessment =
                assessor.assess(key(turn, question), input(work.answer().submission()));
        Optional<Probe> probe = probe(question, work, assessment);
        return new ScoredAnswer(claim, work.answer(), turn, work.previous(), assessment, probe);
    }

    private AnswerKey key(Turn turn, Question question) {
        Rubric rubric = bank.requireRubric(question.rubric().id());
        return turn.followUpId()
                .map(id -> AnswerKey.of(turn.question(), question, requireFollowUp(question, id), rubric))
                .orElseGet(() -> AnswerKey.of(turn.question(), question, rubric));
    }

    private static FollowUp requireFollowUp(Question question, String id) {
        return question.findFollowUp(id)
                .orElseThrow(() ->
                        new IllegalStateException("Question %s has no follow-up %s".formatted(question.id(), id)));
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

    private static Optional<Probe> probe(Question question, Work work, Assessment assessment) {
        List<ThreadTurn> thread = new ArrayList<>(work.earlier());
        thread.add(new ThreadTurn(
                work.turn().followUpId().orElse(null),
                assessment.concepts(),
                assessment.flags(),
                assessment.score() == null ? null : assessment.score().value()));
        return FollowUpChoice.choose(question, thread);
    }
}
