package dev.greenroom.worker.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Flag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final String LONG_MODEL_ANSWER = "A QuerySet describes a query and runs it late. ".repeat(20);
    private static final String SHORT_MODEL_ANSWER = "It takes O(n log n) time.";

    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                            | NO_ANSWER",
                "'  \n\t '                                     | NO_ANSWER",
                "'... ?! 😀'                                   | NO_ANSWER",
                "I don't know                                  | DONT_KNOW",
                "I don’t know.                                 | DONT_KNOW",
                "Um, sorry, no idea!                           | DONT_KNOW",
                "Uh I really don't know the answer to that one | DONT_KNOW",
                "I'm not sure about that, to be honest.        | DONT_KNOW",
                "Hmm, can we skip this question please?        | DONT_KNOW",
                "idk                                           | DONT_KNOW",
                "No clue. I have never used it.                | DONT_KNOW",
                "Sorry, my mind went blank, I can't remember.  | DONT_KNOW",
                "I haven't learned that yet                    | DONT_KNOW",
                "I would have to look it up                    | DONT_KNOW",
                "lazy evaluation                               | TOO_SHORT",
                "it is what it is                              | TOO_SHORT"
            })
    void turnsAwayWhatShowsNothing(String text, Flag flag) {
        assertThat(Gate.judge(text, false, null, LONG_MODEL_ANSWER)).isEqualTo(new Verdict.NoEvidence(flag));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't know the details but a QuerySet is only run when you iterate over it",
                "No query is sent until you iterate",
                "I would not know without measuring: count the statements first",
                "Skip the join and use prefetch_related",
                "It never hits the database before you loop"
            })
    void letsThroughAnAnswerThatHasMoreToSay(String text) {
        assertThat(Gate.judge(text, false, null, LONG_MODEL_ANSWER)).isEqualTo(new Verdict.Scorable(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"O(n)", "42", "quadratic", "It is the same."})
    void takesAShortAnswerToAShortQuestion(String text) {
        assertThat(Gate.judge(text, false, null, SHORT_MODEL_ANSWER)).isEqualTo(new Verdict.Scorable(List.of()));
    }

    @Test
    void takesSkippingAtItsWordWhateverTheTextSays() {
        assertThat(Gate.judge("a half typed answer", true, null, LONG_MODEL_ANSWER))
                .isEqualTo(new Verdict.NoEvidence(Flag.SKIPPED));
    }

    @ParameterizedTest(name = "at {0}")
    @CsvSource({"0.0, true", "0.49, true", "0.5, false", "1.0, false"})
    void refusesToJudgeATranscriptBelowHalfConfidence(double confidence, boolean refused) {
        Verdict verdict = Gate.judge("query sets are lazy objects", false, confidence, LONG_MODEL_ANSWER);
        assertThat(verdict.equals(new Verdict.Unreliable())).isEqualTo(refused);
    }

    @Test
    void flagsATranscriptThatIsDoubtful() {
        assertThat(Gate.judge("query sets are lazy objects", false, 0.6, LONG_MODEL_ANSWER))
                .isEqualTo(new Verdict.Scorable(List.of(Flag.LOW_TRANSCRIPT_CONFIDENCE)));
    }
}
