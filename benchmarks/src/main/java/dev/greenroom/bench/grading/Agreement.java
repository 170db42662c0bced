package dev.greenroom.bench.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** How well predicted scores agree with those that people gave; a measure that the data don't allow is NaN. */
final class Agreement {

    /** Graders of short answers use this scale, on which errors and kappa are reported. */
    private static final int SCALE = 5;

    private final List<Prediction> predictions;
    private final double[] predicted;
    private final double[] given;

    Agreement(List<Prediction> predictions) {
        this.predictions = List.copyOf(predictions);
        this.predicted = values(predictions, Prediction::value);
        this.given = values(predictions, prediction -> prediction.answer().score());
    }

    int size() {
        return predictions.size();
    }

    /** Pearson's r. */
    double pearson() {
        return pearson(predicted, given);
    }

    /** Spearman's rank correlation, ties sharing their mean rank. */
    double spearman() {
        return size() < 2 ? Double.NaN : new SpearmansCorrelation().correlation(predicted, given);
    }

    /** Root of the mean squared error on the scale from 0 to 5. */
    double rmse() {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            double error = SCALE * (predicted[i] - given[i]);
            sum += error * error;
        }
        return Math.sqrt(sum / predicted.length);
    }

    /**
     * Quadratic weighted kappa (Cohen 1968) of the scores rounded to 0, 1, … 5: 1 for perfect agreement, 0 for what
     * chance would reach.
     */
    double kappa() {
        double observed = 0;
        double expected = 0;
        int[] rounded = rounded(predicted);
        int[] wanted = rounded(given);
        long[] ofRounded = histogram(rounded);
        long[] ofWanted = histogram(wanted);
        for (int i = 0; i < rounded.length; i++) {
            observed += square(rounded[i] - wanted[i]);
        }
        for (int i = 0; i <= SCALE; i++) {
            for (int j = 0; j <= SCALE; j++) {
                expected += square(i - j) * ofRounded[i] * ofWanted[j] / size();
            }
        }
        return 1 - observed / expected;
    }

    /** The mean of Pearson's r over the questions, those left out whose answers all have the same score. */
    double withinQuestion() {
        Map<String, List<Prediction>> byQuestion = predictions.stream()
                .collect(Collectors.groupingBy(prediction -> prediction.answer().key()));
        return byQuestion.values().stream()
                .mapToDouble(some -> new Agreement(some).pearson())
                .filter(r -> !Double.isNaN(r))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The probability that an answer with full marks is predicted higher than one without: the area under the ROC curve,
     * ties counting half (Mann and Whitney 1947).
     */
    double fullMarksVersusRest() {
        List<Double> right = new ArrayList<>();
        List<Double> rest = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            (given[i] >= 1 ? right : rest).add(predicted[i]);
        }
        double[] sorted =
                rest.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double wins = right.stream()
                .mapToDouble(value -> (countBelow(sorted, value) + countBelow(sorted, Math.nextUp(value))) / 2.0)
                .sum();
        return wins / right.size() / rest.size();
    }

    private static int countBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double pearson(double[] a, double[] b) {
        return a.length < 2 ? Double.NaN : new PearsonsCorrelation().correlation(a, b);
    }

    private static double[] values(List<Prediction> predictions, ToDoubleFunction<Prediction> value) {
        return predictions.stream().mapToDouble(value).toArray();
    }

    private static int[] rounded(double[] scores) {
        int[] rounded = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            rounded[i] = (int) Math.round(SCALE * scores[i]);
        }
        return rounded;
    }

    private static long[] histogram(int[] values) {
        long[] counts = new long[SCALE + 1];
        for (int value : values) {
            counts[value]++;
        }
        return counts;
    }

    private static double square(int difference) {
        return (double) difference * difference;
    }
}
