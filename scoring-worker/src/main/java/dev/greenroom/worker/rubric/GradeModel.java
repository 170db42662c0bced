package dev.greenroom.worker.rubric;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.worker.encoder.CommonPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The map from features to a grade: each feature through a monotone curve of its own, then a weighted mean.
 *
 * @param provenance where the numbers come from
 * @param commonPart what was taken off the vectors of word pieces before the features were measured
 * @param terms by feature; their weights add up to 1
 * @param effects what was learned about the questions that the model was fitted on, on top of the terms
 * @param error the root mean square error of the grade, by the grade, on questions that the model has not seen
 * @param anchoring how the errors of the grades go together
 */
public record GradeModel(
        String provenance,
        CommonPart commonPart,
        Map<Feature, Term> terms,
        QuestionEffects effects,
        Curve error,
        Anchoring anchoring) {

    public GradeModel {
        terms = Collections.unmodifiableMap(new EnumMap<>(terms));
    }

    /** Reads the model that comes with the worker. */
    public static GradeModel load() {
        try (InputStream stream = GradeModel.class.getResourceAsStream("grade-model.json")) {
            if (stream == null) {
                throw new IOException("grade-model.json is not on the class path");
            }
            return new ObjectMapper().readValue(stream, GradeModel.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The grade from 0 to 1, to whatever question. */
    public double grade(Map<Feature, Double> features) {
        double sum = 0;
        for (Feature feature : Feature.values()) {
            Term term = terms.get(feature);
            Double value = features.get(feature);
            if (term != null && value != null) {
                sum += term.weight() * term.curve().at(value);
            }
        }
        return Math.clamp(sum, 0, 1);
    }

    /**
     * What one feature adds.
     *
     * @param weight not negative, so that the grade never falls while the feature grows
     */
    public record Term(double weight, Curve curve) {}

    /**
     * A line through some knots, flat outside of them.
     *
     * @param at where the knots are, ascending
     * @param values the value at each of them
     */
    public record Curve(List<Double> at, List<Double> values) {

        public Curve {
            at = List.copyOf(at);
            values = List.copyOf(values);
            if (at.isEmpty() || at.size() != values.size()) {
                throw new IllegalArgumentException("A curve needs as many values as knots");
            }
        }

        public double at(double x) {
            int next = 0;
            while (next < at.size() && at.get(next) < x) {
                next++;
            }
            if (next == 0) {
                return values.getFirst();
            }
            return next == at.size() ? values.getLast() : between(next - 1, next, x);
        }

        private double between(int low, int high, double x) {
            double share = (x - at.get(low)) / (at.get(high) - at.get(low));
            return values.get(low) + share * (values.get(high) - values.get(low));
        }
    }
}
