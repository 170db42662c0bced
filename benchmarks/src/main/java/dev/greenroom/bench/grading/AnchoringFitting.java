package dev.greenroom.bench.grading;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Vectors;
import dev.greenroom.worker.rubric.Anchoring;
import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * Fits how the errors of the grades go together: the covariance under which the errors that were seen are most likely
 * (Rasmussen and Williams 2006, equation 2.30), searched for one number after the other.
 */
final class AnchoringFitting {

    private static final double[] STEPS = {2, 1.3, 1.1};
    private static final double LEAST = 1e-4;
    private static final Anchoring START = new Anchoring(0.02, 0.01, 0.2, 0.05, 0.3, 0.04);

    private final Collection<List<Miss>> questions;

    /** @param questions the errors by question */
    private AnchoringFitting(Collection<List<Miss>> questions) {
        this.questions = questions;
    }

    static Anchoring fit(Collection<List<Miss>> questions) {
        return new AnchoringFitting(questions).search();
    }

    private Anchoring search() {
        double[] best = numbers(START);
        double highest = likelihood(best);
        for (double step : STEPS) {
            boolean found = true;
            while (found) {
                found = false;
                for (int i = 0; i < best.length; i++) {
                    for (double factor : new double[] {step, 1 / step}) {
                        double[] other = best.clone();
                        other[i] = Math.max(LEAST, other[i] * factor);
                        double likelihood = likelihood(other);
                        if (likelihood > highest + 1e-6) {
                            highest = likelihood;
                            best = other;
                            found = true;
                        }
                    }
                }
            }
        }
        return anchoring(best);
    }

    private double likelihood(double[] numbers) {
        Anchoring anchoring = anchoring(numbers);
        return questions.parallelStream()
                .mapToDouble(errors -> likelihood(errors, anchoring))
                .sum();
    }

    private static double likelihood(List<Miss> errors, Anchoring anchoring) {
        int size = errors.size();
        Array2DRowRealMatrix covariance = new Array2DRowRealMatrix(size, size);
        RealVector values = new ArrayRealVector(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                covariance.setEntry(i, j, errors.get(i).covariance(errors.get(j), anchoring));
            }
            covariance.addToEntry(i, i, anchoring.noise());
            values.setEntry(i, errors.get(i).value());
        }
        CholeskyDecomposition cholesky = new CholeskyDecomposition(covariance, 1e-9, 1e-12);
        double logDeterminant = 0;
        for (int i = 0; i < size; i++) {
            logDeterminant += 2 * Math.log(cholesky.getL().getEntry(i, i));
        }
        return -(values.dotProduct(cholesky.getSolver().solve(values)) + logDeterminant) / 2;
    }

    private static double[] numbers(Anchoring anchoring) {
        return new double[] {
            anchoring.question(),
            anchoring.level(),
            anchoring.levelReach(),
            anchoring.text(),
            anchoring.textReach(),
            anchoring.noise()
        };
    }

    private static Anchoring anchoring(double[] numbers) {
        return new Anchoring(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    /**
     * An answer that was graded wrongly by some amount.
     *
     * @param level the grade that it got
     * @param text as the encoder sees it
     * @param value the right grade less the one that it got
     */
    record Miss(double level, Encoded text, double value) {

        double covariance(Miss other, Anchoring anchoring) {
            double cosine = Vectors.dot(text.sentence(), other.text.sentence());
            return anchoring.covariance(level - other.level, cosine);
        }
    }
}
