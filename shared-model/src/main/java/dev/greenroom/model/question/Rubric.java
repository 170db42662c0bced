package dev.greenroom.model.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How answers are judged: what counts, how much, and what each level of it looks like.
 *
 * @param version grows by one with every change; a stored version never changes
 */
public record Rubric(String id, int version, String title, List<Criterion> criteria) {

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    /** Rubric and version in one word: {@code technical@1}. */
    public String reference() {
        return id + "@" + version;
    }

    /**
     * One criterion.
     *
     * @param weight share of the score relative to its siblings, above 0
     * @param anchors what an answer in each band looks like
     */
    public record Criterion(String id, String label, String description, double weight, Map<String, String> anchors) {

        public Criterion {
            anchors = Map.copyOf(anchors);
        }

        public Criterion weighing(double otherWeight) {
            return new Criterion(id, label, description, otherWeight, anchors);
        }
    }

    /** This rubric with the weights that a question sets in place of its own. */
    public Rubric as(RubricChoice choice) {
        Map<String, Double> weights = choice.weights();
        if (weights == null) {
            return this;
        }
        return new Rubric(
                id,
                version,
                title,
                criteria.stream()
                        .flatMap(criterion ->
                                Optional.ofNullable(weights.get(criterion.id())).map(criterion::weighing).stream())
                        .toList());
    }
}
