package dev.greenroom.worker.concept;

import java.util.List;

/**
 * Translates nearness into support: 0 for an answer that speaks of something else, 1 for one that makes the point.
 *
 * @param low the nearness of texts that don't make the point
 * @param gap how much nearer texts are that do
 */
record ConceptScale(double low, double gap) {

    private static final double NARROWEST = 0.08;
    private static final double USUAL_GAP = 0.2;
    private static final double TRUST_IN_USUAL = 0.6;

    /**
     * Places the scale around the middle between the samples. With so few of them their distance is a poor guide, so it
     * is drawn towards the usual one.
     *
     * @param making nearness of texts that make the point: of each paraphrase to the others, of strong answers
     * @param other nearness of texts that don't: of the other concepts, of weak answers; never empty
     */
    static ConceptScale between(Samples making, Samples other) {
        double high = making.level();
        double low = other.level();
        double gap = Math.max(NARROWEST, (1 - TRUST_IN_USUAL) * (high - low) + TRUST_IN_USUAL * USUAL_GAP);
        return new ConceptScale((high + low - gap) / 2, gap);
    }

    double support(double nearness) {
        return (nearness - low) / gap;
    }

    /**
     * Measured nearness of texts of two kinds, which count alike however many there are of each.
     *
     * @param references short texts out of the question itself
     * @param answers calibration answers
     */
    record Samples(List<Double> references, List<Double> answers) {

        double level() {
            if (answers.isEmpty()) {
                return mean(references);
            }
            return references.isEmpty() ? mean(answers) : (mean(references) + mean(answers)) / 2;
        }

        boolean isEmpty() {
            return references.isEmpty() && answers.isEmpty();
        }

        private static double mean(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }
    }
}
