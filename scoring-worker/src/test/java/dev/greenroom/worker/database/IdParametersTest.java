package dev.greenroom.worker.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdParametersTest {

    @ParameterizedTest(name = "{0} ids")
    @CsvSource(delimiter = '|', textBlock = """
            1 | from answer where id in (:id0, :id1)
            2 | from answer where id in (:id0, :id1)
            3 | from answer where id in (:id0, :id1, :id2, :id3)
            5 | from answer where id in (:id0, :id1, :id2, :id3, :id4, :id5, :id6, :id7)
            """)
    void spellsOutAPowerOfTwoOfParameters(int number, String expected) {
        // given
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(number).toList();

        // when
        String query = IdParameters.of(ids).spellOut("from answer where id in :ids");

        // then
        assertThat(query).isEqualTo(expected);
    }
}
