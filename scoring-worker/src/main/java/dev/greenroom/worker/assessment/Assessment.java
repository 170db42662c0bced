package dev.greenroom.worker.assessment;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.CriterionScore;
import dev.greenroom.model.evaluation.Delivery;
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
}
