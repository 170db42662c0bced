package dev.greenroom.bench.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.greenroom.worker.rubric.GradeModel;
import org.junit.jupiter.api.Test;

class IsotonicTest {

    @Test
    void poolsWhatFallsAndKeepsWhatRises() {
        GradeModel.Curve curve = Isotonic.fit(new double[] {4, 1, 3, 2}, new double[] {1, 0, 0.2, 0.6}, 4);

        assertThat(curve.at()).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(curve.values().getFirst()).isZero();
        assertThat(curve.values().get(1)).isCloseTo(0.4, within(1e-9));
        assertThat(curve.values().get(2)).isCloseTo(0.4, within(1e-9));
        assertThat(curve.values().getLast()).isEqualTo(1);
    }

    @Test
    void givesPointsOfEqualPlaceTheirMean() {
        GradeModel.Curve curve = Isotonic.fit(new double[] {1, 1, 2, 2}, new double[] {0, 0.4, 0.6, 1}, 2);

        assertThat(curve.values().getFirst()).isCloseTo(0.2, within(1e-9));
        assertThat(curve.values().getLast()).isCloseTo(0.8, within(1e-9));
    }
}
