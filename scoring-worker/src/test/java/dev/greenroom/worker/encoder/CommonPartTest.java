package dev.greenroom.worker.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommonPartTest {

    private static final String QUERIES = "A QuerySet is lazy: the database is asked when the rows are needed.";
    private static final String ROSES = "Roses need a lot of sun and water, and no frost.";

    private Encoder plain;
    private Encoder encoder;
    private CommonPart commonPart;

    @BeforeAll
    void open() {
        plain = Encoder.open(CommonPart.NONE);
        commonPart = CommonPart.in(List.of(encoded(QUERIES), encoded(ROSES)));
        encoder = Encoder.open(commonPart);
    }

    @AfterAll
    void close() {
        plain.close();
        encoder.close();
    }

    private Collection<Encoded> encoded(String... texts) {
        return List.of(texts).stream().map(plain::encode).toList();
    }

    @Test
    void makesUnlikeTokensLessAlike() {
        assertThat(meanCosine(encoder)).isLessThan(meanCosine(plain) - 0.05);
    }

    private static double meanCosine(Encoder encoder) {
        Encoded queries = encoder.encode(QUERIES);
        Encoded roses = encoder.encode(ROSES);
        double sum = 0;
        for (int i = 0; i < queries.size(); i++) {
            for (int j = 0; j < roses.size(); j++) {
                sum += Vectors.dot(queries.vector(i), roses.vector(j));
            }
        }
        return sum / (queries.size() * roses.size());
    }

    @Test
    void leavesVectorsOfLength1() {
        // given
        Encoded text = encoder.encode(QUERIES);

        // then
        for (int i = 0; i < text.size(); i++) {
            assertThat(Vectors.dot(text.vector(i), text.vector(i))).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void leavesLongerPartsOfATextAsTheyAre() {
        // given
        Encoded text = encoder.encode(QUERIES);
        Encoded before = plain.encode(QUERIES);

        // then
        assertThat(text.sentence()).isEqualTo(before.sentence());
        assertThat(Vectors.dot(text.sentence(3, 9), before.sentence(3, 9))).isCloseTo(1, within(1e-5));
        assertThat(text.sum(3, 9)).containsExactly(before.sum(3, 9), within(1e-3f));
    }

    @Test
    void countsSubjectsAlikeHoweverMuchIsSaidAboutThem() {
        assertThat(CommonPart.in(List.of(encoded(QUERIES, QUERIES, QUERIES), encoded(ROSES)))
                        .mean())
                .containsExactly(commonPart.mean(), within(2e-6f));
    }

    @Test
    void comesBackFromJsonAsItWas() throws JsonProcessingException {
        // given
        ObjectMapper mapper = new ObjectMapper();

        // when
        CommonPart read = mapper.readValue(mapper.writeValueAsString(commonPart), CommonPart.class);

        // then
        assertThat(read.mean()).isEqualTo(commonPart.mean());
    }

    @Test
    void isOfAsManyDimensionsAsVectorsAre() {
        assertThatThrownBy(() -> CommonPart.of(new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A common part has 384 components, not 3");
    }

    @Test
    void isNothingWhereNothingIsSaid() {
        assertThat(CommonPart.in(List.of(encoded(""))).mean()).containsOnly(0);
    }
}
