package dev.greenroom.bench.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class EffectFittingTest {

    private final Random random = new Random(3);

    @Test
    void findsHowGenerouslyEachQuestionWasGraded() {
        Map<String, Double> effects =
                EffectFitting.fit(Map.of("hard", around(-0.2, 400), "fair", around(0, 400), "easy", around(0.2, 400)));

        assertThat(effects.get("hard")).isCloseTo(-0.2, within(0.02));
        assertThat(effects.get("fair")).isCloseTo(0, within(0.02));
        assertThat(effects.get("easy")).isCloseTo(0.2, within(0.02));
    }

    @Test
    void believesFewAnswersLess() {
        List<Double> few = List.of(0.0, 0.4);
        List<Double> many =
                Collections.nCopies(25, few).stream().flatMap(List::stream).toList();

        Map<String, Double> effects = EffectFitting.fit(Map.of("few", few, "many", many, "hard", around(-0.2, 50)));

        assertThat(effect(effects, "few")).isPositive().isLessThan(0.9 * effect(effects, "many"));
        assertThat(effect(effects, "many")).isLessThan(0.2);
    }

    /** The worked example of a balanced layout: means 1, 3 and 5, 2 within, 4 - 2 / 2 between. */
    @Test
    void shrinksByTheShareOfTheVarianceBetweenQuestions() {
        Map<String, Double> effects =
                EffectFitting.fit(Map.of("a", List.of(0.0, 2.0), "b", List.of(2.0, 4.0), "c", List.of(4.0, 6.0)));

        assertThat(effect(effects, "c")).isCloseTo(5 * 3.0 / (3 + 2.0 / 2), within(1e-9));
    }

    @Test
    void findsNoneWhereQuestionsDifferNoMoreThanAnswers() {
        assertThat(EffectFitting.fit(Map.of("a", List.of(-0.1, 0.1), "b", List.of(0.1, -0.1))))
                .isEmpty();
    }

    @Test
    void findsNoneWhereNothingCanBeCompared() {
        assertThat(EffectFitting.fit(Map.of("a", around(0.3, 9)))).isEmpty();
        assertThat(EffectFitting.fit(Map.of("a", List.of(0.3), "b", List.of(-0.3))))
                .isEmpty();
    }

    private List<Double> around(double mean, int size) {
        return DoubleStream.generate(() -> mean + 0.1 * random.nextGaussian())
                .limit(size)
                .boxed()
                .toList();
    }

    private static double effect(Map<String, Double> effects, String question) {
        return Objects.requireNonNull(effects.get(question));
    }
}
