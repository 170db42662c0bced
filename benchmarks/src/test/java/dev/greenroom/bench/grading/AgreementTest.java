package dev.greenroom.bench.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final double CLOSE = 1e-9;

    @Test
    void findsPerfectAgreement() {
        Agreement agreement = agreement(new double[] {0, 0.4, 1}, new double[] {0, 0.4, 1});

        assertThat(agreement.pearson()).isCloseTo(1, within(CLOSE));
        assertThat(agreement.spearman()).isCloseTo(1, within(CLOSE));
        assertThat(agreement.kappa()).isCloseTo(1, within(CLOSE));
        assertThat(agreement.rmse()).isZero();
    }

    @Test
    void measuresOnTheScaleFromZeroToFive() {
        Agreement agreement = agreement(new double[] {0.2, 0.8}, new double[] {0.4, 0.6});

        assertThat(agreement.rmse()).isCloseTo(1, within(CLOSE));
    }

    @Test
    void findsNoKappaInWhatChanceWouldReach() {
        Agreement agreement = agreement(new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1});

        assertThat(agreement.kappa()).isCloseTo(0, within(CLOSE));
    }

    @Test
    void countsTiesHalfWhereFullMarksMeetTheRest() {
        Agreement agreement = agreement(new double[] {0.9, 0.5, 0.5, 0.1}, new double[] {1, 1, 0, 0.4});

        assertThat(agreement.fullMarksVersusRest()).isCloseTo(3.5 / 4, within(CLOSE));
    }

    private static Agreement agreement(double[] predicted, double[] given) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < predicted.length; i++) {
            GradedAnswer answer =
                    new GradedAnswer("set", "test", "q", "Why?", List.of("Because."), "So.", given[i], "");
            predictions.add(Prediction.of(answer, predicted[i]));
        }
        return new Agreement(predictions);
    }
}
