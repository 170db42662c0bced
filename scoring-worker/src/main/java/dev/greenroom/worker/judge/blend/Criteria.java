package dev.greenroom.worker.judge.blend;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.CriterionScore;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.model.question.Rubric.Criterion;
import dev.greenroom.worker.concept.ConceptResult;
import dev.greenroom.worker.feedback.Rationale;
import dev.greenroom.worker.judge.blend.ConceptBlend.Blended;
import dev.greenroom.worker.rubric.Aspect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The criteria of a rubric between two scorers. Weights are those of all criteria, as the judge judges all. */
final class Criteria {

    /**
     * A judge may raise a criterion by less than a band; half of that is lost in the mean. So a judge that was talked into full
     * marks by words that nobody foresaw adds a tenth of the scale at most.
     */
    private static final int LARGEST_RISE = 16;

    /** What a criterion may be raised to without a concept that is shown, and what all of them add to that. */
    private static final int WITHOUT_CONCEPTS = 25;

    private static final int FAR_APART = 20;

    private final Rubric rubric;
    private final double weights;
    private final Map<String, CriterionScore> firsts = new HashMap<>();

    Criteria(Rubric rubric, List<CriterionScore> firsts) {
        this.rubric = rubric;
        this.weights = rubric.criteria().stream().mapToDouble(Criterion::weight).sum();
        firsts.forEach(score -> this.firsts.put(score.id(), score));
    }

    /** The weighted mean, 0 to 100. */
    static int total(List<CriterionScore> scores) {
        return (int) Math.round(scores.stream()
                .mapToDouble(score -> score.weight() * score.score())
                .sum());
    }

    /** What the judge's scores come to by themselves. */
    int total(Map<String, Integer> scores) {
        double sum = 0;
        for (Criterion criterion : rubric.criteria()) {
            sum += share(criterion) * scores.getOrDefault(criterion.id(), 0);
        }
        return (int) Math.round(sum);
    }

    private double share(Criterion criterion) {
        return criterion.weight() / weights;
    }

    /** @param onlyDown whether the judge may take points and not give any */
    List<CriterionScore> blend(Map<String, Integer> scores, List<Blended> concepts, boolean onlyDown) {
        double ceiling = ceiling(concepts);
        List<ConceptResult> results = concepts.stream().map(Blended::result).toList();
        return rubric.criteria().stream()
                .map(criterion -> blend(criterion, scores.getOrDefault(criterion.id(), 0), ceiling, onlyDown, results))
                .toList();
    }

    private CriterionScore blend(
            Criterion criterion, int judged, double ceiling, boolean onlyDown, List<ConceptResult> results) {
        CriterionScore first = firsts.get(criterion.id());
        int settled = first == null
                ? (int) Math.min(judged, ceiling)
                : (int) Math.round((first.score() + bounded(judged, first.score(), ceiling, onlyDown)) / 2.0);
        Rationale rationale = new Rationale(results, first == null ? "" : first.rationale());
        Optional<Aspect> aspect = Aspect.find(criterion.id());
        return new CriterionScore(
                criterion.id(),
                criterion.label(),
                share(criterion),
                settled,
                aspect.map(rationale::text).orElse("") + differing(first, judged),
                aspect.map(rationale::evidence).orElse(List.<Evidence>of()));
    }

    private static double bounded(int judged, int first, double ceiling, boolean onlyDown) {
        double highest = onlyDown ? first : Math.min(first + LARGEST_RISE, Math.max(first, ceiling));
        return Math.min(judged, highest);
    }

    private static String differing(@Nullable CriterionScore first, int judged) {
        return first == null || Math.abs(first.score() - judged) <= FAR_APART
                ? ""
                : " The two scorers differ here: %d and %d.".formatted(first.score(), judged);
    }

    /** How high the concepts that are shown let a criterion rise. */
    private static double ceiling(List<Blended> concepts) {
        if (concepts.isEmpty()) {
            return Score.MAX;
        }
        double weights = 0;
        double shown = 0;
        for (Blended blended : concepts) {
            ConceptResult result = blended.result();
            double weight = result.importance();
            weights += weight;
            shown += weight * (result.state() == ConceptState.WRONG ? 0 : result.support());
        }
        return WITHOUT_CONCEPTS + (Score.MAX - WITHOUT_CONCEPTS) * shown / weights;
    }
}
