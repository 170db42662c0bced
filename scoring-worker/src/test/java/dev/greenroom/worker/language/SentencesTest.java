package dev.greenroom.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void endsASentenceAtItsMark() {
        assertThat(split("It is lazy. Is it? Yes! \"Run it.\" Then stop"))
                .containsExactly("It is lazy.", "Is it?", "Yes!", "\"Run it.\"", "Then stop");
    }

    @Test
    void keepsIdentifiersNumbersAndAbbreviationsWhole() {
        assertThat(split("Call qs.select_related('a.b') in Python 3.13, e.g. for Book.objects. Use v5.2 then."))
                .containsExactly(
                        "Call qs.select_related('a.b') in Python 3.13, e.g. for Book.objects.", "Use v5.2 then.");
    }

    @Test
    void takesLinesAndListItemsForSentences() {
        assertThat(split("1. Build it\n2. Run it.\n\n- cache it"))
                .containsExactly("1. Build it", "2. Run it.", "- cache it");
    }

    @Test
    void cutsSpeechWithoutPunctuationAtItsConnectives() {
        // given
        String speech = "so a query set is just a description of the sql and when you loop over it then it goes to the"
                + " database and it keeps the rows in a cache so the second loop is free but if you filter it again"
                + " you get a new one and that one has to run its own query again";

        // when
        List<Sentence> sentences = Sentences.split(speech);

        // then
        assertThat(sentences).hasSizeGreaterThan(2).noneMatch(Sentence::complete);
        assertThat(sentences.get(1).in(speech)).matches("(and|so|but|when|then) .*");
        assertThat(sentences)
                .allSatisfy(
                        sentence -> assertThat(Word.listIn(sentence.in(speech))).hasSizeLessThanOrEqualTo(26));
    }

    @Property
    void losesNoWordAndKeepsTheOrder(@ForAll String text) {
        // when
        List<Sentence> sentences = Sentences.split(text);

        // then
        int covered = 0;
        int last = 0;
        for (Sentence sentence : sentences) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
            last = sentence.end();
            covered += Word.listIn(sentence.in(text)).size();
        }
        assertThat(covered).isEqualTo(Word.listIn(text).size());
    }

    private static List<String> split(String text) {
        return Sentences.split(text).stream().map(sentence -> sentence.in(text)).toList();
    }
}
