package dev.greenroom.bench.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.greenroom.worker.rubric.Feature;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadFittingTest {

    private final Random random = new Random(7);

    @Test
    void givesAFeatureThatTellsNothingLittleWeight() {
        GradeModel model = HeadFitting.fit(samples((tokens, _) -> tokens));

        assertThat(weight(model, Feature.TRIGRAM_RECALL)).isLessThan(0.2);
    }

    @Test
    void weighsAlikeWhatTellsAsMuch() {
        GradeModel model = HeadFitting.fit(samples((tokens, trigrams) -> (tokens + trigrams) / 2));

        assertThat(weight(model, Feature.TRIGRAM_RECALL)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void givesWeightsThatAddUpToOne() {
        GradeModel model = HeadFitting.fit(samples((tokens, trigrams) -> 0.2 + 0.3 * tokens * trigrams));

        assertThat(model.terms().values().stream()
                        .mapToDouble(GradeModel.Term::weight)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(model.grade(features(0, 0))).isZero();
        assertThat(model.grade(features(1, 1))).isCloseTo(1, within(1e-9));
    }

    private List<Measured> samples(Grading grading) {
        List<Measured> samples = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            double tokens = random.nextDouble();
            double trigrams = random.nextDouble();
            samples.add(new Measured("q", features(tokens, trigrams), grading.grade(tokens, trigrams)));
        }
        return samples;
    }

    private static Map<Feature, Double> features(double tokens, double trigrams) {
        return Map.of(Feature.TOKEN_F3, tokens, Feature.TRIGRAM_RECALL, trigrams);
    }

    private static double weight(GradeModel model, Feature feature) {
        return Objects.requireNonNull(model.terms().get(feature)).weight();
    }

    /** What the made up people who grade go by. */
    @FunctionalInterface
    private interface Grading {
        double grade(double tokens, double trigrams);
    }
}
