package dev.greenroom.worker.rubric;

import java.util.List;

/**
 * The scores of an answer by criterion.
 *
 * @param expectedError how far, in points, the total is from a fair grade in most cases
 * @param offTopic whether nothing that the question asks about was found
 */
public record Grades(List<Grade> byCriterion, double expectedError, boolean offTopic) {

    public Grades {
        byCriterion = List.copyOf(byCriterion);
    }

    /** The weighted mean of the criteria, 0 to 100. */
    public int total() {
        double sum = 0;
        for (Grade grade : byCriterion) {
            sum += grade.weight() * grade.score();
        }
        return (int) Math.round(sum);
    }
}
