package dev.greenroom.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitPreferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wait=20                    | 20
                    wait=0                     | 0
                    WAIT = 5                   | 5
                    respond-async, wait=10     | 10
                    wait="7"                   | 7
                    wait=999                   | 30
                    wait=-1                    | 0
                    wait=soon                  | 0
                    await=9                    | 0
                    """)
    void readsTheWaitPreference(String header, long seconds) {
        assertThat(WaitPreference.of(header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void doesNotWaitUnasked() {
        assertThat(WaitPreference.of(null)).isZero();
    }
}
