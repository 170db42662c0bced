package dev.greenroom.worker.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "08006, true, connection broken",
        "57P01, true, shutting down",
        "57P03, true, starting up",
        "53300, true, too many connections",
        "40P01, true, deadlock",
        ", true, no connection in the pool",
        "23505, false, unique violation",
        "22P05, false, character that can't be stored",
        "42P01, false, no such table"
    })
    void tellsTroubleOfTheDatabaseFromTroubleWithTheWork(@Nullable String state, boolean outage, String what) {
        // given
        RuntimeException trouble = new IllegalStateException(new DatabaseTrouble(new SQLException(what, state)));

        // when
        boolean found = Outage.isBehind(trouble);

        // then
        assertThat(found).isEqualTo(outage);
    }
}
