package dev.greenroom.worker.rubric;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Vectors;
import dev.greenroom.worker.language.WordOrder;
import java.util.List;

/**
 * Answers to the same question whose grade is known. Where the scorer misjudges them, it will misjudge the question's
 * answers by some common amount, and answers like them by a little more of the same: the posterior mean of a Gaussian
 * process over the errors (Rasmussen and Williams 2006, algorithm 2.1), whose prior mean is no error.
 */
public final class Anchors {

    /** No correction at all. */
    public static final Anchors NONE =
            new Anchors(List.of(), new Anchoring(0, 0, 1, 0, 1, 1), new double[0][], new double[0]);

    private static final double LIMIT = 0.3;

    private final List<Anchor> anchors;
    private final Anchoring anchoring;
    private final double[][] covariance;
    private final double[] weights;

    private Anchors(List<Anchor> anchors, Anchoring anchoring, double[][] covariance, double[] weights) {
        this.anchors = anchors;
        this.anchoring = anchoring;
        this.covariance = covariance;
        this.weights = weights;
    }

    static Anchors of(List<Anchor> anchors, Anchoring anchoring) {
        int size = anchors.size();
        double[][] covariance = new double[size][size];
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                covariance[i][j] = anchoring.covariance(
                        anchors.get(i).profile(), anchors.get(j).profile());
            }
            covariance[i][i] += anchoring.noise();
            errors[i] = anchors.get(i).error();
        }
        return new Anchors(List.copyOf(anchors), anchoring, covariance, Cholesky.solve(covariance, errors));
    }

    /** What to add to the level of an answer, and how much of the scorer's uncertainty is left then. */
    Correction correct(Profile answer) {
        double[] likeness = anchors.stream()
                .mapToDouble(anchor -> anchoring.covariance(answer, anchor.profile()))
                .toArray();
        double known = dot(likeness, Cholesky.solve(covariance, likeness));
        double variance = anchoring.covariance(0, 1) + anchoring.noise();
        return new Correction(
                Math.clamp(dot(weights, likeness), -LIMIT, LIMIT), Math.sqrt(Math.max(0, 1 - known / variance)));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * What anchors say about an answer.
     *
     * @param shift to be added to scores from 0 to 1
     * @param remainingError the expected error in shares of the one without anchors, 0 to 1
     */
    record Correction(double shift, double remainingError) {}

    /** An answer as it looks without anchors. Lists of keywords are only like other lists. */
    public static final class Profile {

        private final double level;
        private final WordOrder order;
        private final float[] vector;

        /**
         * Takes a level from 0 to 1.
         *
         * @param text only the vector of the whole is kept
         */
        Profile(double level, WordOrder order, Encoded text) {
            this.level = level;
            this.order = order;
            this.vector = text.sentence();
        }

        /** The score without anchors, 0 to 1. */
        public double level() {
            return level;
        }

        WordOrder order() {
            return order;
        }

        double cosine(Profile other) {
            return Vectors.dot(vector, other.vector);
        }
    }

    /**
     * An answer and the grade that a fair interviewer gives it.
     *
     * @param grade 0 to 1
     */
    public record Anchor(Profile profile, double grade) {

        double error() {
            return grade - profile.level();
        }
    }
}
