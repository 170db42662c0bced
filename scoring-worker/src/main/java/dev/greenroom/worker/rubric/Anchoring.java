package dev.greenroom.worker.rubric;

/**
 * How errors of the scorer on answers to one question go together: the covariance function of a Gaussian process, in
 * squared grades from 0 to 1.
 *
 * @param question the variance of what is common to all answers to a question
 * @param level the variance of what is common to answers of like level
 * @param levelReach the distance of levels over which that fades
 * @param text the variance of what is common to answers that say the same
 * @param textReach the distance of texts, 1 less their cosine, over which that fades
 * @param noise the variance of what is an answer's own, and of the grades that people give
 */
public record Anchoring(double question, double level, double levelReach, double text, double textReach, double noise) {

    public Anchoring {
        if (question < 0 || level < 0 || text < 0 || levelReach <= 0 || textReach <= 0 || noise <= 0) {
            throw new IllegalArgumentException("Variances can't be negative, nor reaches and noise zero");
        }
    }

    double covariance(Anchors.Profile one, Anchors.Profile other) {
        if (one.order() != other.order()) {
            return 0;
        }
        return covariance(one.level() - other.level(), one.cosine(other));
    }

    /** The covariance of two answers whose levels are so far apart and whose texts have such a cosine. */
    public double covariance(double distance, double cosine) {
        double levels = distance / levelReach;
        return question + level * Math.exp(-levels * levels / 2) + text * Math.exp((cosine - 1) / textReach);
    }
}
