package dev.greenroom.api.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"SECRET, true, gr_test_", "SECRET, false, gr_live_", "PUBLISHABLE, false, gr_pub_"})
    void saysWhatItIs(KeyKind kind, boolean sandbox, String prefix) {
        KeyText key = KeyText.random(kind, sandbox, new Random(1));

        assertThat(key.text()).startsWith(prefix).hasSize(prefix.length() + 32);
        assertThat(key.isWellFormed()).isTrue();
        assertThat(key.kind()).isEqualTo(kind);
        assertThat(key.isTest()).isEqualTo(sandbox);
    }

    @Test
    void tellsEveryMistypedCharacter() {
        String key = KeyText.random(KeyKind.SECRET, true, new Random(2)).text();

        for (int i = "gr_test_".length(); i < key.length(); i++) {
            char other = key.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(new KeyText(key.substring(0, i) + other + key.substring(i + 1)).isWellFormed())
                    .isFalse();
        }
    }

    @Test
    void takesAKeyThatAnOperatorChose() {
        assertThat(new KeyText("gr_test_onlyForDevelopment").isWellFormed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gr_live_CHANGE", "gr_root_onlyForDevelopment", "gr_test_", "gr_test_only For-Development"})
    void refusesWhatIsNone(String text) {
        assertThat(new KeyText(text).isWellFormed()).isFalse();
    }

    @Test
    void neverShowsItself() {
        KeyText key = KeyText.random(KeyKind.SECRET, false, new Random(3));

        assertThat(key.toString()).isEqualTo(key.hint()).startsWith("gr_live_…").hasSize(13);
    }
}
