package dev.greenroom.bench.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.greenroom.worker.rubric.GradeModel;
import org.junit.jupiter.api.Test;

class IsotonicTest {

    @Test
    void poolsWhatFallsAndKeepsWhatRises() {
        GradeModel.Curve curve = Isotonic.fit(new double[] {0.4, 0.1, 0.3, 0.2}, new double[] {0.9, 0, 0.2, 0.6}, 4);

        assertThat(curve.at()).containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 1.0);
        assertThat(curve.at(0.1)).isZero();
        assertThat(curve.at(0.2)).isCloseTo(0.4, within(1e-9));
        assertThat(curve.at(0.3)).isCloseTo(0.4, within(1e-9));
        assertThat(curve.at(0.4)).isEqualTo(0.9);
    }

    @Test
    void givesPointsOfEqualPlaceTheirMean() {
        GradeModel.Curve curve = Isotonic.fit(new double[] {0.1, 0.1, 0.2, 0.2}, new double[] {0, 0.4, 0.6, 1}, 2);

        assertThat(curve.at(0.1)).isCloseTo(0.2, within(1e-9));
        assertThat(curve.at(0.2)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void gradesTheModelAnswerItselfInFullAndWhatHasNothingOfItWithNothing() {
        GradeModel.Curve curve = Isotonic.fit(new double[] {0.1, 0.2}, new double[] {0.3, 0.5}, 2);

        assertThat(curve.at(0)).isZero();
        assertThat(curve.at(1)).isEqualTo(1);
        assertThat(curve.at(0.6)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void leavesAPointThatSaysAllAsItIs() {
        GradeModel.Curve curve = Isotonic.fit(new double[] {0.1, 1}, new double[] {0.3, 0.9}, 2);

        assertThat(curve.at()).containsExactly(0.0, 0.1, 1.0);
        assertThat(curve.values()).containsExactly(0.0, 0.3, 0.9);
    }
}
