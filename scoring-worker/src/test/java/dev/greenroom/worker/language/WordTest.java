package dev.greenroom.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {

    @Test
    void takesIdentifiersApartAsTheyAreSpoken() {
        assertThat(Word.listIn("select_related() isn’t O(n)"))
                .extracting(Word::text)
                .containsExactly("select", "related", "isn't", "o", "n");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "query, queries",
        "evaluate, evaluated",
        "evaluating, evaluates",
        "cached, caches",
        "stop, stopped",
        "join, joins"
    })
    void givesFormsOfAWordOneStem(String one, String other) {
        assertThat(Stem.of(one)).isEqualTo(Stem.of(other));
    }

    @Test
    void leavesOutFillersAndFunctionWordsWhereMeaningCounts() {
        assertThat(Word.stemsIn("um so the query is not lazy")).containsExactlyInAnyOrder("queri", "not", "lazi");
    }

    @Property
    void findsEachWordWhereItSays(@ForAll String text) {
        assertThat(Word.listIn(text))
                .allSatisfy(word -> assertThat(word.text())
                        .isEqualTo(text.substring(word.start(), word.end())
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('’', '\'')));
    }
}
