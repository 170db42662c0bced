package dev.greenroom.worker.rubric;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The map from features to a grade: each feature through a monotone table of its own, then a weighted sum.
 *
 * @param provenance where the numbers come from
 */
public record GradeModel(String provenance, double intercept, Map<Feature, Table> tables) {

    public GradeModel {
        tables = Map.copyOf(tables);
    }

    /** Reads the tables that come with the worker. */
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

    /** The grade from 0 to 1. */
    double grade(Map<Feature, Double> features) {
        double sum = intercept;
        for (Feature feature : Feature.values()) {
            Table table = tables.get(feature);
            Double value = features.get(feature);
            if (table != null && value != null) {
                sum += table.weight() * table.at(value);
            }
        }
        return Math.clamp(sum, 0, 1);
    }

    /**
     * A monotone table, straight between its knots and flat outside of them.
     *
     * @param at the feature's values, ascending
     * @param grades the grade at each of them, not descending
     */
    public record Table(double weight, List<Double> at, List<Double> grades) {

        public Table {
            at = List.copyOf(at);
            grades = List.copyOf(grades);
            if (at.isEmpty() || at.size() != grades.size()) {
                throw new IllegalArgumentException("A table needs as many grades as knots");
            }
        }

        double at(double value) {
            int next = 0;
            while (next < at.size() && at.get(next) < value) {
                next++;
            }
            if (next == 0) {
                return grades.getFirst();
            }
            return next == at.size() ? grades.getLast() : between(next - 1, next, value);
        }

        private double between(int low, int high, double value) {
            double share = (value - at.get(low)) / (at.get(high) - at.get(low));
            return grades.get(low) + share * (grades.get(high) - grades.get(low));
        }
    }
}
