package dev.greenroom.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Evidence;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracedTextTest {

    @Test
    void showsNoInvisibleCharacters() {
        // given
        String answer = "lazy\u200B Query\u202ESets\u0000 are\r\n\r\n   \u2029built\u2066 \uDB40\uDC41 once";

        // when
        String plain = TracedText.plain(answer).toString();

        // then
        assertThat(plain).isEqualTo("lazy QuerySets are\nbuilt once");
    }

    @Test
    void replacesHalfASurrogatePair() {
        // when
        String plain = TracedText.plain("a\uD83D b \uD83D\uDE00").toString();

        // then
        assertThat(plain).isEqualTo("a\uFFFD b \uD83D\uDE00");
    }

    @ParameterizedTest
    @CsvSource({
        "'It’s  LAZY', 'it''s lazy'",
        "'ﬁlter “once”', 'filter \"once\"'",
        "'cafe\u0301', 'café'",
        "'N＋1 – so', 'n+1 - so'",
        "'zero\u200Bwidth', 'zerowidth'"
    })
    void foldsWhatIsWrittenInAnotherWay(String written, String folded) {
        assertThat(TracedText.folded(written)).hasToString(folded);
    }

    @Test
    void tracesWhatItFindsBackToTheOriginal() {
        // given
        String answer = "Well, \u200Ba ﬁlter’s  \n result  is LAZY.";

        // when
        Optional<Evidence> found = TracedText.folded(answer).find("filter's result is lazy");

        // then
        assertThat(found).contains(Evidence.in(answer, answer.indexOf("ﬁ"), answer.length() - 1));
    }

    @Property(tries = 500)
    void findsEachPartOfItselfInTheOriginal(@ForAll String text, @ForAll @IntRange(max = 200) int from) {
        // given
        String folded = TracedText.folded(text).toString();
        int start = Math.min(from, folded.length());

        // when
        Optional<Evidence> found = TracedText.folded(text).find(folded.substring(start));

        // then
        assertThat(found.isPresent()).isEqualTo(start < folded.length());
        found.ifPresent(evidence ->
                assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo(evidence.quote()));
    }
}
