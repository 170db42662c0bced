package dev.greenroom.worker.assessment;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.CriterionScore;
import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.Improvement;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Strength;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation says about an answer, before it is put in its place among the answer's evaluations.
 *
 * @param reason why there is no score; null when there is one
 * @param score null exactly when {@code status} is {@code UNSCORED}
 */
public record Assessment(
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
        Provenance provenance) {

    public Assessment {
        if ((score == null) != (status == EvaluationStatus.UNSCORED) || (score == null) != (reason != null)) {
            throw new IllegalArgumentException("An assessment holds a score or the reason why there is none");
        }
        criteria = List.copyOf(criteria);
        concepts = List.copyOf(concepts);
        misconceptions = List.copyOf(misconceptions);
        strengths = List.copyOf(strengths);
        improvements = List.copyOf(improvements);
        flags = List.copyOf(flags);
    }

    /** The same with another word on where it comes from. */
    public Assessment by(Provenance other) {
        return new Assessment(
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
                other);
    }

    /** What a stored evaluation says. */
    public static Assessment of(Evaluation evaluation) {
        return new Assessment(
                evaluation.status(),
                evaluation.reason(),
                evaluation.score(),
                evaluation.criteria(),
                evaluation.concepts(),
                evaluation.misconceptions(),
                evaluation.strengths(),
                evaluation.improvements(),
                evaluation.modelAnswer(),
                evaluation.delivery(),
                evaluation.flags(),
                evaluation.provenance());
    }
}
