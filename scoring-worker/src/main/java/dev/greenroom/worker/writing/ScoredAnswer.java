package dev.greenroom.worker.writing;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.FollowUpRef;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.interview.StoredEvaluation;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.lease.Claim;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed answer with what scoring made of it.
 *
 * @param previous the newest evaluation so far, which this one supersedes
 * @param probe the follow-up that fits best, if one does
 */
public record ScoredAnswer(
        Claim claim,
        Answer answer,
        Turn turn,
        @Nullable Evaluation previous,
        Assessment assessment,
        Optional<Probe> probe) {

    boolean hasScore() {
        return assessment.status() == EvaluationStatus.SCORED;
    }

    StoredEvaluation evaluation(@Nullable FollowUpRef followUp, Instant now) {
        UUID id = TimeOrderedIds.next();
        return new StoredEvaluation(
                id,
                answer,
                new Evaluation(
                        IdKind.EVALUATION.format(id),
                        IdKind.ANSWER.format(answer.id()),
                        previous == null ? 1 : previous.version() + 1,
                        previous == null ? null : previous.id(),
                        Stage.FINAL,
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
                        assessment.flags(),
                        followUp,
                        assessment.provenance(),
                        now));
    }
}
