package dev.greenroom.worker.assessment;

import dev.greenroom.model.digest.Sha256;
import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.CriterionScore;
import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.worker.concept.ConceptResult;
import dev.greenroom.worker.feedback.Advice;
import dev.greenroom.worker.feedback.DeliveryMeter;
import dev.greenroom.worker.feedback.Rationale;
import dev.greenroom.worker.rubric.Certainty;
import dev.greenroom.worker.rubric.Grader;
import dev.greenroom.worker.rubric.Grades;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Puts an assessment together for one answer. The time it reports runs from its making. */
final class Report {

    private final AnswerKey key;
    private final AnswerInput input;
    private final String model;
    private final long startedAt = System.nanoTime();

    Report(AnswerKey key, AnswerInput input, String model) {
        this.key = key;
        this.input = input;
        this.model = model;
    }

    Assessment unscored(String reason, Set<Flag> flags) {
        return new Assessment(
                EvaluationStatus.UNSCORED,
                reason,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                key.modelAnswer(),
                delivery(),
                List.copyOf(flags),
                provenance(Scorer.GATE));
    }

    Assessment nothing(Set<Flag> flags) {
        List<ConceptResult> missed = key.concepts().stream()
                .map(concept -> ConceptResult.missed(concept, 0))
                .toList();
        List<CriterionScore> criteria = Grader.nothing(key.rubric()).byCriterion().stream()
                .map(grade -> new CriterionScore(
                        grade.criterion().id(),
                        grade.criterion().label(),
                        grade.weight(),
                        0,
                        Rationale.ofNothing(flags),
                        List.of()))
                .toList();
        return scored(criteria, missed, Certainty.ofNothing(flags), flags, Scorer.GATE);
    }

    Assessment scored(Rationale rationale, List<ConceptResult> concepts, Grades grades, Score score, Set<Flag> flags) {
        List<CriterionScore> criteria = grades.byCriterion().stream()
                .map(grade -> new CriterionScore(
                        grade.criterion().id(),
                        grade.criterion().label(),
                        grade.weight(),
                        grade.score(),
                        rationale.text(grade.aspect()),
                        rationale.evidence(grade.aspect())))
                .toList();
        return scored(criteria, concepts, score, flags, Scorer.RUBRIC);
    }

    private Assessment scored(
            List<CriterionScore> criteria, List<ConceptResult> concepts, Score score, Set<Flag> flags, Scorer scorer) {
        List<ConceptFinding> findings =
                concepts.stream().map(ConceptResult::finding).toList();
        return new Assessment(
                EvaluationStatus.SCORED,
                null,
                score,
                criteria,
                findings,
                concepts.stream()
                        .flatMap(result -> result.misconception().stream())
                        .toList(),
                Advice.strengths(concepts),
                Advice.improvements(concepts),
                key.modelAnswer(),
                delivery(),
                List.copyOf(flags),
                provenance(scorer));
    }

    private Delivery delivery() {
        return DeliveryMeter.measure(input.text(), input.durationMs(), input.timings());
    }

    private Provenance provenance(Scorer scorer) {
        return new Provenance(
                scorer,
                model,
                null,
                key.rubric().reference(),
                key.shown(),
                hash(input.text()),
                (System.nanoTime() - startedAt) / 1_000_000,
                null,
                null);
    }

    private static String hash(String text) {
        return "sha256:" + HexFormat.of().formatHex(Sha256.of(text));
    }
}
