package dev.greenroom.worker.writing;

import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.FollowUpRef;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Settlement;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.interview.StoredEvaluation;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.trace.Traceparent;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.followup.Reply;
import dev.greenroom.worker.followup.Settling;
import dev.greenroom.worker.followup.ThreadTurn;
import dev.greenroom.worker.lease.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A claimed answer with what scoring made of it.
 *
 * @param previous the newest evaluation so far, which this one supersedes
 * @param probe the follow-up that fits best, if one does
 * @param settlement what the answer settles, if it is one to a follow-up
 * @param traceparent W3C Trace Context of the work that scored it, wherever its result is written
 */
public record ScoredAnswer(
        Claim claim,
        Answer answer,
        Turn turn,
        @Nullable Evaluation previous,
        Assessment assessment,
        Optional<Probe> probe,
        Optional<Settlement> settlement,
        @Nullable String traceparent) {

    /** An answer whose thread has not been looked at, scored in the trace of the calling thread. */
    public ScoredAnswer(
            Claim claim,
            Answer answer,
            Turn turn,
            @Nullable Evaluation previous,
            Assessment assessment,
            Optional<Probe> probe) {
        this(claim, answer, turn, previous, assessment, probe, Optional.empty(), Traceparent.current());
    }

    /** The answer as a turn of its thread. */
    public Reply reply() {
        return new Reply(
                IdKind.ANSWER.format(answer.id()),
                answer.submission().text(),
                new ThreadTurn(turn.followUpId().orElse(null), assessment.concepts(), assessment.flags(), points()));
    }

    /** The same with what it settles in its thread. */
    public ScoredAnswer in(Settling thread) {
        return new ScoredAnswer(claim, answer, turn, previous, assessment, probe, thread.settle(reply()), traceparent);
    }

    /** The same with the follow-up that fits. */
    public ScoredAnswer leadingTo(Optional<Probe> fitting) {
        return new ScoredAnswer(claim, answer, turn, previous, assessment, fitting, settlement, traceparent);
    }

    /** The same now that {@code stored} is the newest evaluation, which has moved the interview on. */
    public ScoredAnswer after(Evaluation stored) {
        return new ScoredAnswer(claim, answer, turn, stored, assessment, Optional.empty(), settlement, traceparent);
    }

    /** The same by another assessment. */
    public ScoredAnswer by(Assessment other) {
        return new ScoredAnswer(claim, answer, turn, previous, other, probe, settlement, traceparent);
    }

    UUID answerId() {
        return answer.id();
    }

    UUID sessionId() {
        return answer.sessionId();
    }

    Outcome outcome() {
        return new Outcome(claim, hasScore() ? AnswerStatus.SCORED : AnswerStatus.UNSCORED, assessment.reason());
    }

    boolean hasScore() {
        return assessment.status() == EvaluationStatus.SCORED;
    }

    @Nullable Integer points() {
        Score score = assessment.score();
        return score == null ? null : score.value();
    }

    /**
     * The evaluation to be stored.
     *
     * @param followUp what the answer has led to just now; an earlier evaluation may have led to one before
     */
    StoredEvaluation evaluation(Stage stage, @Nullable FollowUpRef followUp, Instant now) {
        UUID id = TimeOrderedIds.next();
        return new StoredEvaluation(
                id,
                answer,
                new Evaluation(
                        IdKind.EVALUATION.format(id),
                        IdKind.ANSWER.format(answer.id()),
                        previous == null ? 1 : previous.version() + 1,
                        previous == null ? null : previous.id(),
                        stage,
                        assessment.status(),
                        assessment.reason(),
                        assessment.score(),
                        assessment.criteria(),
                        assessment.concepts(),
                        assessment.misconceptions(),
                        assessment.strengths(),
                        assessment.improvements(),
                        assessment.modelAnswer(),
                        assessment.delivery(),
                        flags(),
                        followUp == null && previous != null ? previous.followUp() : followUp,
                        settlement.orElse(null),
                        assessment.provenance(),
                        now));
    }

    private List<Flag> flags() {
        boolean contradicts = settlement
                .filter(settled -> settled.defence() == Defence.CONTRADICTED)
                .isPresent();
        return contradicts
                ? Stream.concat(assessment.flags().stream(), Stream.of(Flag.CONTRADICTION))
                        .distinct()
                        .sorted()
                        .toList()
                : assessment.flags();
    }
}
