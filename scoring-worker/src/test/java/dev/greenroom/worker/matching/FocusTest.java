package dev.greenroom.worker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FocusTest {

    @ParameterizedTest(name = "{0} near, strayed by {1}")
    @CsvSource({"1, 0", "0, 0.2", "0.2, 0.7", "0.4, 0.8", "0.6, 1.5"})
    void letsPeopleDigress(double share, double strayed) {
        Focus focus = new Focus(share, strayed);
        assertThat(focus.lost()).isFalse();
        assertThat(focus.worth()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} near, strayed by {1}: worth {2}")
    @CsvSource({"0.2, 0.8, 0.5", "0, 0.8, 0", "0.6, 3, 0.5", "0.1, 3, 0.25", "0.3, 6, 0.25"})
    void findsWhoSpeaksOfOtherThings(double share, double strayed, double worth) {
        Focus focus = new Focus(share, strayed);
        assertThat(focus.lost()).isTrue();
        assertThat(focus.worth()).isEqualTo(worth);
    }
}
