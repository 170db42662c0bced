package dev.greenroom.bench.grading;

import dev.greenroom.worker.rubric.Anchoring;
import dev.greenroom.worker.rubric.Feature;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the map from features to a grade: a monotone curve for each feature, then a ridge regression on the curves' values
 * whose weights can't be negative, by coordinate descent.
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
        double[] weights =
                weights(Arrays.stream(columns).map(HeadFitting::centred).toArray(double[][]::new), centred(grades));
        Map<Feature, GradeModel.Term> terms = new EnumMap<>(Feature.class);
        double intercept = mean(grades);
        for (int j = 0; j < columns.length; j++) {
            intercept -= weights[j] * mean(columns[j]);
            terms.put(features.get(j), new GradeModel.Term(weights[j], curves.get(j)));
        }
        return new GradeModel("", intercept, terms, FLAT, new Anchoring(0, 0, 1, 0, 1, 1));
    }

    private static double[] values(List<Measured> samples, Feature feature) {
        return samples.stream().mapToDouble(sample -> sample.value(feature)).toArray();
    }

    private static double[] weights(double[][] columns, double[] target) {
        double[] weights = new double[columns.length];
        double[] rest = target.clone();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int j = 0; j < columns.length; j++) {
                double norm = dot(columns[j], columns[j]);
                double weight = Math.max(0, (dot(columns[j], rest) + norm * weights[j]) / (norm + RIDGE));
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= (weight - weights[j]) * columns[j][i];
                }
                weights[j] = weight;
            }
        }
        return weights;
    }

    private static double[] centred(double[] values) {
        double mean = mean(values);
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
