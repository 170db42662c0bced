package dev.greenroom.bench.grading;

import dev.greenroom.worker.encoder.CommonPart;
import dev.greenroom.worker.rubric.Anchoring;
import dev.greenroom.worker.rubric.Feature;
import dev.greenroom.worker.rubric.GradeModel;
import dev.greenroom.worker.rubric.QuestionEffects;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the map from features to a grade: a monotone curve for each feature, then a ridge regression on the curves' values
 * whose weights can't be negative and add up to 1, by moving weight from one feature to another.
 */
final class HeadFitting {

    /** Measured by leaving out one question after the other: more knots or a weaker pull transfer worse. */
    private static final int KNOTS = 8;

    private static final double RIDGE = 50;
    private static final int SWEEPS = 500;

    private static final GradeModel.Curve FLAT = new GradeModel.Curve(List.of(0.0), List.of(0.0));

    private HeadFitting() {}

    static GradeModel fit(List<Measured> samples) {
        double[] grades = samples.stream().mapToDouble(Measured::grade).toArray();
        List<Feature> features = List.of(Feature.values());
        List<GradeModel.Curve> curves = features.stream()
                .map(feature -> Isotonic.fit(values(samples, feature), grades, KNOTS))
                .toList();
        double[][] columns = new double[features.size()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Arrays.stream(values(samples, features.get(j)))
                    .map(curves.get(j)::at)
                    .toArray();
        }
        double[] weights = weights(columns, grades);
        Map<Feature, GradeModel.Term> terms = new EnumMap<>(Feature.class);
        for (int j = 0; j < weights.length; j++) {
            terms.put(features.get(j), new GradeModel.Term(weights[j], curves.get(j)));
        }
        return model(CommonPart.NONE, terms);
    }

    /** A model that grades nothing, to measure features with. */
    static GradeModel blank(CommonPart commonPart) {
        return model(commonPart, new EnumMap<>(Feature.class));
    }

    private static GradeModel model(CommonPart commonPart, Map<Feature, GradeModel.Term> terms) {
        return new GradeModel("", commonPart, terms, QuestionEffects.NONE, FLAT, new Anchoring(0, 0, 1, 0, 1, 1));
    }

    private static double[] values(List<Measured> samples, Feature feature) {
        return samples.stream().mapToDouble(sample -> sample.value(feature)).toArray();
    }

    /** The least squares, pulled towards equal weights. */
    private static double[] weights(double[][] columns, double[] target) {
        double[] weights = new double[columns.length];
        Arrays.fill(weights, 1.0 / columns.length);
        double[] rest = target.clone();
        for (int j = 0; j < columns.length; j++) {
            add(rest, -weights[j], columns[j]);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int to = 0; to < columns.length; to++) {
                for (int from = 0; from < to; from++) {
                    double[] difference = columns[to].clone();
                    add(difference, -1, columns[from]);
                    double best = (dot(difference, rest) - RIDGE * (weights[to] - weights[from]))
                            / (dot(difference, difference) + 2 * RIDGE);
                    double moved = Math.clamp(best, -weights[to], weights[from]);
                    weights[to] += moved;
                    weights[from] -= moved;
                    add(rest, -moved, difference);
                }
            }
        }
        return weights;
    }

    private static void add(double[] sum, double factor, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
