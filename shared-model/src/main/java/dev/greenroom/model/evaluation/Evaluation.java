package dev.greenroom.model.evaluation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of an answer. Evaluations are append-only: a later one supersedes, it never overwrites.
 *
 * @param version 1 for the first evaluation of the answer, then one more each
 * @param supersedes the id of the evaluation before it
 * @param score null exactly when {@code status} is {@code UNSCORED}
 * @param reason why there is no score
 */
public record Evaluation(
        String id,
        String answerId,
        int version,
        @Nullable String supersedes,
        Stage stage,
        EvaluationStatus status,
        @Nullable String reason,
        @Nullable Score score,
        List<CriterionScore> criteria,
        List<ConceptFinding> concepts,
        List<MisconceptionFinding> misconceptions,
        List<Strength> strengths,
        List<Improvement> improvements,
        String modelAnswer,
        Delivery delivery,
        List<Flag> flags,
        @Nullable FollowUpRef followUp,
        Provenance provenance,
        Instant createdAt) {

    public Evaluation {
        if ((score == null) != (status == EvaluationStatus.UNSCORED) || (score == null) != (reason != null)) {
            throw new IllegalArgumentException("An evaluation holds a score or the reason why there is none");
        }
        criteria = List.copyOf(criteria);
        concepts = List.copyOf(concepts);
        misconceptions = List.copyOf(misconceptions);
        strengths = List.copyOf(strengths);
        improvements = List.copyOf(improvements);
        flags = List.copyOf(flags);
    }
}
