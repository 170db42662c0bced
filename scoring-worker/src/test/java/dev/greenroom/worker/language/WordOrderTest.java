package dev.greenroom.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordOrderTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "QuerySet, lazy, filter, exclude, iteration, len, cache, SQL       | KEYWORDS",
                "It is lazy, so the query runs when you loop over it               | PROSE",
                "the query for a loop in the view and the for loop with a join     | PROSE",
                "uh so the the query runs in a for loop and the, um, view waits    | PROSE",
                "the is a query of to the an runs cache the it when database a     | SHUFFLED",
                "lazy                                                              | PROSE"
            })
    void tellsProseFromLists(String text, WordOrder order) {
        assertThat(WordOrder.of(Word.listIn(text))).isEqualTo(order);
    }
}
