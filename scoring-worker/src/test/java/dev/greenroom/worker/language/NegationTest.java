package dev.greenroom.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegationTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "QuerySets are lazy, false",
        "QuerySets are not lazy, true",
        "It doesn't touch the database, true",
        "It is not true that QuerySets are lazy, true",
        "It is not true that QuerySets are not lazy, false",
        "Nothing is sent until you iterate, false"
    })
    void tellsWhetherAClauseDenies(String clause, boolean denies) {
        assertThat(Negation.of(clause).denies()).isEqualTo(denies);
    }

    @Test
    void takesOneMoreDenialForAContradiction() {
        assertThat(Negation.of("A QuerySet is not lazy").denies(Negation.of("A QuerySet is lazy")))
                .isTrue();
    }

    @Test
    void doesNotTakeARestrictionForAContradiction() {
        assertThat(Negation.of("It does not run until you iterate").denies(Negation.of("It runs when you iterate")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A common mistake is to call len.",
                "Many people think it runs at once.",
                "Contrary to what you read, it waits."
            })
    void knowsWhenAClauseReportsWhatOthersGetWrong(String clause) {
        assertThat(Negation.of(clause).reported()).isTrue();
    }
}
