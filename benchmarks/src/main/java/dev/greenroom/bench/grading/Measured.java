package dev.greenroom.bench.grading;

import dev.greenroom.worker.rubric.Feature;
import java.util.Map;

/**
 * An answer's features and grade.
 *
 * @param question names the question, so that it can be left out
 * @param grade 0 to 1
 */
record Measured(String question, Map<Feature, Double> features, double grade) {

    Measured {
        features = Map.copyOf(features);
    }

    double value(Feature feature) {
        return features.getOrDefault(feature, 0.0);
    }
}
