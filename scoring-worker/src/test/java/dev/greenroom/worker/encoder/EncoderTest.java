package dev.greenroom.worker.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncoderTest {

    private Encoder encoder;

    @BeforeAll
    void open() {
        encoder = Encoder.open(CommonPart.NONE);
    }

    @AfterAll
    void close() {
        encoder.close();
    }

    @Test
    void placesEveryPieceInTheText() {
        // given
        String text = "😀 Django's select_related() — qs[0]; 👩‍👩‍👧 naïve O(n)";

        // when
        Encoded encoded = encoder.encode(text);

        // then
        assertThat(encoded.size()).isGreaterThan(15);
        for (int i = 0; i < encoded.size(); i++) {
            String piece = encoded.piece(i).replace("##", "");
            if (piece.chars().allMatch(c -> c < 128) && !piece.equals("[UNK]")) {
                assertThat(text.substring(encoded.start(i), encoded.end(i))
                                .toLowerCase(Locale.ROOT)
                                .replace('ï', 'i'))
                        .isEqualTo(piece);
            }
        }
    }

    @Test
    void findsParaphrasesNearerThanOtherThings() {
        // given
        float[] lazy =
                encoder.encode("The query runs only when the rows are needed.").sentence();

        // when
        double paraphrase = Vectors.dot(
                lazy,
                encoder.encode("SQL is executed as late as possible, when you use the data.")
                        .sentence());
        double other = Vectors.dot(
                lazy, encoder.encode("Roses need a lot of sun and water.").sentence());

        // then
        assertThat(paraphrase).isGreaterThan(other + 0.3);
    }

    @Test
    void encodesEveryPieceOfATextBeyondTheWindow() {
        // given
        String text = "The query runs late and the rows are kept in a cache. ".repeat(370);

        // when
        Encoded encoded = encoder.encode(text);

        // then
        assertThat(encoded.size()).isGreaterThan(4_000);
        assertThat(encoded.end(encoded.size() - 1))
                .isEqualTo(text.stripTrailing().length());
        for (int i = 0; i < encoded.size(); i++) {
            float[] vector = encoded.vector(i);
            assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void readsAMisspeltWordAsWhatIsMeantAndQuotesItAsItIsWritten() {
        // given
        String text = "Each Querryset is lazy.";

        // when
        Encoded encoded = encoder.encode(text, word -> word.equals("querryset") ? "queryset" : word);

        // then
        assertThat(encoded.vectors())
                .isEqualTo(encoder.encode("Each QuerySet is lazy.").vectors());
        assertThat(encoded.piece(1)).isEqualTo("query");
        assertThat(text.substring(encoded.start(1), encoded.end(1))).isEqualTo("Querryset");
        assertThat(text.substring(encoded.start(2), encoded.end(2))).isEqualTo("Querryset");
        assertThat(text.substring(encoded.start(3), encoded.end(3))).isEqualTo("is");
        assertThat(encoded.readAs("querryset")).isEqualTo("queryset");
        assertThat(encoded.readAs("lazy")).isEqualTo("lazy");
    }

    @Test
    void asksNobodyAboutWordsThatTheModelKnows() {
        assertThat(encoder.encode("The query is lazy.", _ -> "wrong").vectors())
                .isEqualTo(encoder.encode("The query is lazy.").vectors());
    }

    @Test
    void givesTheSameVectorsEveryTime() {
        assertThat(encoder.encode("A QuerySet is lazy.").vectors())
                .isEqualTo(encoder.encode("A QuerySet is lazy.").vectors());
    }

    /** The number was the same with AVX2 and with AVX-512. Other architectures have other kernels. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void givesTheSameVectorsOnEveryProcessor() {
        // given
        String text = "A QuerySet is lazy: it holds a query, and the database is asked when somebody iterates over it, "
                + "takes its length or makes a list of it; the rows are kept in its cache for the next time.";

        // when
        float[] vectors = encoder.encode(text).vectors();

        // then
        assertThat(Arrays.hashCode(vectors)).isEqualTo(58005054);
    }

    @Test
    void encodesWhatHasNoWordsAtAll() {
        assertThat(encoder.encode(" \0\ud800 ").size()).isZero();
    }

    @Test
    void comparesTokensInBulkAsOneByOne() {
        // given
        Encoded answer = encoder.encode("The query runs when you loop over the rows of a table.");
        Encoded reference = encoder.encode("It is evaluated on iteration.");
        int[] tokens = {0, 2, 5, 9};

        // when
        TokenMatrix matrix =
                TokenMatrix.of(IntStream.of(tokens).mapToObj(answer::vector).toList());
        float[] cosines = matrix.cosines(reference.vectors(new int[] {1, 3, 5}));

        // then
        assertThat(cosines).hasSize(3 * matrix.size());
        for (int t = 0; t < tokens.length; t++) {
            assertThat((double) cosines[t])
                    .isCloseTo(Vectors.dot(reference.vector(1), answer.vector(tokens[t])), within(1e-5));
            assertThat((double) cosines[2 * matrix.size() + t])
                    .isCloseTo(Vectors.dot(reference.vector(5), answer.vector(tokens[t])), within(1e-5));
        }
    }

    @Test
    void comparesFewAfterManyAsBefore() {
        // given
        Encoded text = encoder.encode("It is evaluated on iteration.");
        TokenMatrix few = TokenMatrix.of(List.of(text.vector(1)));
        TokenMatrix many = TokenMatrix.of(
                IntStream.range(0, text.size()).mapToObj(text::vector).toList());
        float[] before = few.cosines(text.vector(2));

        // when
        many.cosines(text.vectors());

        // then
        assertThat(few.cosines(text.vector(2))).isEqualTo(before);
    }

    @Test
    void comparesNothingWithNothing() {
        assertThat(TokenMatrix.of(List.of()).cosines(new float[Encoded.DIMENSIONS]))
                .isEmpty();
        assertThat(TokenMatrix.of(List.of(new float[Encoded.DIMENSIONS])).cosines(new float[0]))
                .isEmpty();
    }
}
