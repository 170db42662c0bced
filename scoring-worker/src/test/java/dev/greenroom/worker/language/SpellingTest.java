package dev.greenroom.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    private static final Spelling SPELLING = Spelling.of(List.of(
            "A QuerySet is lazy: it caches rows.",
            "Mutable, and serialized or serializes",
            "Middleware sees the request"));

    @ParameterizedTest
    @CsvSource({
        "querset, queryset",
        "querryset, queryset",
        "qeuryset, queryset",
        "middlewere, middleware",
        "lazi, lazy",
        "requets, request"
    })
    void findsTheWordThatIsAnErrorAway(String word, String meant) {
        assertThat(SPELLING.apply(word)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queryset", "quarysat", "immutable", "mutiple"})
    void leavesOtherWordsAlone(String word) {
        assertThat(SPELLING.apply(word)).isEqualTo(word);
    }

    @Test
    void takesNoOtherEndingForAnError() {
        assertThat(SPELLING.apply("querysets")).isEqualTo("querysets");
    }

    @Test
    void choosesNoneOfTwoThatAreAsNear() {
        assertThat(SPELLING.apply("serializez")).isEqualTo("serializez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ros", "request's", "lazy1"})
    void leavesWhatIsTooShortOrNoWordAlone(String word) {
        assertThat(SPELLING.apply(word)).isEqualTo(word);
    }
}
