package dev.greenroom.worker.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AnchorsTest {

    private static final double CLOSE = 1e-9;

    @Test
    void solvesASystemOfEquations() {
        double[][] matrix = {{4, 2, 0}, {2, 5, 1}, {0, 1, 3}};

        double[] x = Cholesky.solve(matrix, new double[] {8, 15, 11});

        assertThat(x).containsExactly(new double[] {1, 2, 3}, within(CLOSE));
    }

    @Test
    void refusesAMatrixThatIsNoCovariance() {
        assertThatThrownBy(() -> Cholesky.solve(new double[][] {{1, 2}, {2, 1}}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsLikenessFadeWithDistance() {
        Anchoring anchoring = new Anchoring(0.01, 0.02, 0.1, 0.03, 0.5, 0.04);

        assertThat(anchoring.covariance(0, 1)).isCloseTo(0.06, within(CLOSE));
        assertThat(anchoring.covariance(0.2, 1)).isLessThan(anchoring.covariance(0.1, 1));
        assertThat(anchoring.covariance(0, 0.2)).isLessThan(anchoring.covariance(0, 0.6));
        assertThat(anchoring.covariance(9, -1)).isGreaterThan(0.01);
    }

    @Test
    void refusesNoiseOfZero() {
        assertThatThrownBy(() -> new Anchoring(0, 0, 1, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
