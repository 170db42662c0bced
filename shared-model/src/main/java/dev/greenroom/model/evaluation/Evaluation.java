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
 * @param settlement what the answer settled; null for the answer to a main question
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
        @Nullable Settlement settlement,
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

    /**
     * The same as the last word, because nothing better is to be had.
     *
     * @param newId the id of the evaluation that supersedes this one
     * @param because why not, for the provenance
     */
    public Evaluation asFinal(String newId, String because, Instant now) {
        return new Evaluation(
                newId,
                answerId,
                version + 1,
                id,
                Stage.FINAL,
                status,
                reason,
                score,
                criteria,
                concepts,
                misconceptions,
                strengths,
                improvements,
                modelAnswer,
                delivery,
                flags,
                followUp,
                settlement,
                provenance.withFallback(because),
                now);
    }
}
