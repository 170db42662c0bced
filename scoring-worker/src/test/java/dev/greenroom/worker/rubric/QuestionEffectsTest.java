package dev.greenroom.worker.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionEffectsTest {

    private static final String PROMPT = "What is a lease?";
    private static final String ANSWER = "A claim that ends by itself.";

    private final QuestionEffects effects = QuestionEffects.of(Map.of(QuestionEffects.name(PROMPT, ANSWER), -0.2));

    @Test
    void knowsNothingOfQuestionsThatItWasNotFittedOn() {
        assertThat(effects.on(PROMPT, ANSWER)).isEqualTo(-0.2);
        assertThat(effects.on("What is a fence?", ANSWER)).isZero();
        assertThat(effects.on(PROMPT, "A number that grows.")).isZero();
    }

    @Test
    void givesNoTextAway() {
        assertThat(QuestionEffects.name(PROMPT, ANSWER)).matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, -1.1, Double.NaN})
    void refusesEffectsThatNoGradeCanHave(double effect) {
        assertThatThrownBy(() -> QuestionEffects.of(Map.of("q", effect)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q");
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ObjectMapper json = new ObjectMapper();

        QuestionEffects read = json.readValue(json.writeValueAsString(effects), QuestionEffects.class);

        assertThat(read.byName()).isEqualTo(effects.byName());
    }

    @ParameterizedTest
    @CsvSource({"-0.2, 0.5, 0.3", "-0.2, 0.1, 0", "0.2, 0.5, 0.7", "0.2, 0.1, 0.2", "0.2, 0, 0", "0.2, 0.9, 1"})
    void moveAGradeButMakeNothingOutOfNothing(double effect, double grade, double moved) {
        assertThat(QuestionEffects.applied(effect, grade)).isCloseTo(moved, within(1e-12));
    }
}
