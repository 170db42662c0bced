package dev.greenroom.model.evaluation;

import java.util.List;

/**
 * How an answer did by one criterion.
 *
 * @param weight its share of the score; the weights of an evaluation add up to 1
 * @param score 0 to 100
 */
public record CriterionScore(
        String id, String label, double weight, int score, String rationale, List<Evidence> evidence) {

    public CriterionScore {
        evidence = List.copyOf(evidence);
    }
}
