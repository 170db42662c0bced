package dev.greenroom.worker.matching;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Vectors;
import dev.greenroom.worker.language.Sentence;
import dev.greenroom.worker.language.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An answer, encoded, with the places of its sentences among the tokens. */
public final class AnswerText {

    private static final int LONGEST_WINDOW = 3;

    private final String text;
    private final Encoded encoded;
    private final List<Sentence> sentences;
    private final List<Passage> passages;
    private final int[] tokens;
    private final int[] firstToken;

    /**
     * Lays an answer out.
     *
     * @param text the whole answer
     * @param sentences those that count, in order and not overlapping
     */
    public AnswerText(String text, Encoded encoded, List<Sentence> sentences) {
        this.text = text;
        this.encoded = encoded;
        this.sentences = sentences;
        this.firstToken = new int[sentences.size() + 1];
        IntStream.Builder informative = IntStream.builder();
        for (int s = 0; s < sentences.size(); s++) {
            int[] own = informative(encoded, firstPiece(s), lastPiece(s));
            IntStream.of(own).forEach(informative::add);
            firstToken[s + 1] = firstToken[s] + own.length;
        }
        this.tokens = informative.build().toArray();
        this.passages = listPassages();
    }

    static int[] informative(Encoded text, int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> References.isInformative(text.piece(i)))
                .toArray();
    }

    /** All runs of one to three sentences with nothing left out between them. */
    private List<Passage> listPassages() {
        List<Passage> all = new ArrayList<>();
        for (int from = 0; from < sentences.size(); from++) {
            for (int to = from + 1; to <= Math.min(sentences.size(), from + LONGEST_WINDOW); to++) {
                if (to > from + 1 && !adjoin(to - 2)) {
                    break;
                }
                all.add(new Passage(from, to));
            }
        }
        return List.copyOf(all);
    }

    private boolean adjoin(int sentence) {
        return text.substring(
                        sentences.get(sentence).end(),
                        sentences.get(sentence + 1).start())
                .isBlank();
    }

    private int firstPiece(int sentence) {
        return encoded.firstFrom(sentences.get(sentence).start());
    }

    private int lastPiece(int sentence) {
        return encoded.firstFrom(sentences.get(sentence).end());
    }

    /** The whole answer, with what does not count. */
    public String text() {
        return text;
    }

    /** The stems of all words that count and carry meaning, as they are spelt right. */
    public Set<String> stems() {
        return sentences.stream()
                .flatMap(sentence -> Word.listStemsIn(sentence.in(text), encoded::readAs).stream())
                .collect(Collectors.toSet());
    }

    /** The vectors of the informative tokens, as {@link Encoded#vectors(int[])} lays them out. */
    float[] tokenVectors() {
        return encoded.vectors(tokens);
    }

    public Encoded encoded() {
        return encoded;
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    public List<Passage> passages() {
        return passages;
    }

    /** The share of the answer's letters that some sentences make up, 0 to 1. */
    public double shareOfWords(BitSet some) {
        double total = 0;
        double share = 0;
        for (int i = 0; i < sentences.size(); i++) {
            int length = sentences.get(i).end() - sentences.get(i).start();
            total += length;
            share += some.get(i) ? length : 0;
        }
        return total == 0 ? 0 : share / total;
    }

    /** The words of a passage. */
    public String in(Passage passage) {
        return text.substring(start(passage), end(passage));
    }

    int start(Passage passage) {
        return sentences.get(passage.from()).start();
    }

    int end(Passage passage) {
        return sentences.get(passage.to() - 1).end();
    }

    /** The vectors of the passages as wholes, one after the other. */
    float[] passageVectors() {
        float[][] sums = new float[sentences.size()][];
        Arrays.setAll(sums, s -> encoded.sum(firstPiece(s), lastPiece(s)));
        float[] vectors = new float[passages.size() * Encoded.DIMENSIONS];
        int at = 0;
        for (Passage passage : passages) {
            float[] sum = new float[Encoded.DIMENSIONS];
            for (int s = passage.from(); s < passage.to(); s++) {
                Vectors.add(sums[s], 0, 1, sum);
            }
            Vectors.normalise(sum, 0, sum.length);
            System.arraycopy(sum, 0, vectors, at, sum.length);
            at += sum.length;
        }
        return vectors;
    }

    /** The informative pieces of the sentences that count. */
    int[] tokens() {
        return tokens;
    }

    /** The index of a sentence's first informative piece among {@link #tokens()}. */
    int firstToken(int sentence) {
        return firstToken[sentence];
    }

    /**
     * Sentences that follow each other.
     *
     * @param from the index of the first
     * @param to the index after the last
     */
    public record Passage(int from, int to) {

        /** In sentences. */
        int length() {
            return to - from;
        }
    }
}
