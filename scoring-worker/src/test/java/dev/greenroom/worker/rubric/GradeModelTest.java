package dev.greenroom.worker.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeModelTest {

    @ParameterizedTest
    @CsvSource({"-3, 0.1", "0.2, 0.1", "0.3, 0.3", "0.4, 0.5", "9, 0.5"})
    void drawsStraightLinesBetweenKnotsAndFlatOnesOutside(double value, double grade) {
        assertThat(new GradeModel.Curve(List.of(0.2, 0.4), List.of(0.1, 0.5)).at(value))
                .isCloseTo(grade, within(1e-12));
    }

    @Test
    void saysWhereItsNumbersComeFrom() {
        assertThat(GradeModel.load().provenance()).isNotBlank();
    }

    @Property
    void gradesNoAnswerLowerForComingNearer(
            @ForAll Feature feature,
            @ForAll @DoubleRange(max = 1) double low,
            @ForAll @DoubleRange(max = 1) double high) {
        // given
        GradeModel model = GradeModel.load();
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        for (Feature each : Feature.values()) {
            features.put(each, 0.4);
        }

        // when
        features.put(feature, Math.min(low, high));
        double lower = model.grade(features);
        features.put(feature, Math.max(low, high));

        // then
        assertThat(model.grade(features)).isGreaterThanOrEqualTo(lower);
    }
}
