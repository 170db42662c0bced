package dev.greenroom.api.trial;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.CriterionScore;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.Improvement;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Strength;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an evaluation of the sample would say; it has no id, since nothing was stored. */
@Schema(name = "Trial")
record TrialView(
        EvaluationStatus status,
        @Nullable String reason,
        @Nullable Score score,
        List<CriterionScore> criteria,
        List<ConceptFinding> concepts,
        List<MisconceptionFinding> misconceptions,
        List<Strength> strengths,
        List<Improvement> improvements,
        List<Flag> flags,
        Provenance provenance) {}
