package dev.greenroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void takesTheMeanOfTheTwoInTheMiddleForAnEvenMedian() {
        assertThat(Samples.of(List.of(9.0, 1.0, 3.0, 5.0)).median()).isEqualTo(4);
    }

    @Test
    void takesTheOneInTheMiddleForAnOddMedian() {
        assertThat(Samples.of(List.of(9.0, 1.0, 3.0)).median()).isEqualTo(3);
    }

    @Test
    void findsPercentilesByNearestRank() {
        Samples samples = Samples.of(List.of(10.0, 40.0, 30.0, 20.0));

        assertThat(samples.percentile(25)).isEqualTo(10);
        assertThat(samples.percentile(26)).isEqualTo(20);
        assertThat(samples.percentile(99)).isEqualTo(40);
        assertThat(samples.size()).isEqualTo(4);
    }

    @Test
    void refusesToTellOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(List.of()));
    }
}
