package dev.greenroom.worker.matching;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.TokenMatrix;
import dev.greenroom.worker.encoder.Vectors;
import dev.greenroom.worker.language.FunctionWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The texts that answers to one question are compared with. Their informative tokens lie in one matrix, in which tokens
 * that mean the same share a row, so that an answer is compared with all of them in one go.
 */
public final class References {

    private static final String UNKNOWN = "[UNK]";

    private final TokenMatrix rows;
    private final TokenMatrix wholes;
    private final List<ReferenceText> texts;
    private final QuestionText question;

    private References(Builder builder) {
        this.rows = TokenMatrix.of(builder.rows);
        this.wholes = TokenMatrix.of(builder.wholes);
        this.texts = List.copyOf(builder.texts);
        this.question = builder.question;
    }

    QuestionText question() {
        return question;
    }

    /** The distinct tokens of all texts. */
    TokenMatrix rows() {
        return rows;
    }

    /** Each text as a whole. */
    TokenMatrix wholes() {
        return wholes;
    }

    /** The memory that the vectors take, in bytes. */
    public int size() {
        return (rows.size() + wholes.size()) * Encoded.DIMENSIONS * Float.BYTES;
    }

    /** The texts in the order of their indices. */
    List<ReferenceText> texts() {
        return texts;
    }

    /** Gathers the texts of one question. */
    public static final class Builder {

        /** From this cosine on, two tokens of the same spelling count as one. */
        private static final double SAME = 0.9;

        private final QuestionText question;
        private final Map<String, List<Integer>> rowsByPiece = new HashMap<>();
        private final List<float[]> rows = new ArrayList<>();
        private final List<float[]> wholes = new ArrayList<>();
        private final List<ReferenceText> texts = new ArrayList<>();

        /** Tokens count by how far they are from anything that the question says: anybody can repeat that. */
        public Builder(Encoded question) {
            int[] tokens = informative(question);
            this.question = new QuestionText(question, tokens, rowsOf(question, tokens));
        }

        public ReferenceText add(Encoded text) {
            int[] tokens = informative(text);
            float[] weights = new float[tokens.length];
            for (int i = 0; i < tokens.length; i++) {
                weights[i] = question.newness(text.vector(tokens[i]));
            }
            wholes.add(text.sentence());
            texts.add(new ReferenceText(texts.size(), rowsOf(text, tokens), weights));
            return texts.getLast();
        }

        private int[] rowsOf(Encoded text, int[] tokens) {
            return IntStream.of(tokens).map(token -> rowOf(text, token)).toArray();
        }

        /** Adds a text of which only the whole is compared. */
        public ReferenceText addWhole(float[] sentence) {
            wholes.add(sentence);
            texts.add(new ReferenceText(texts.size(), new int[0], new float[0]));
            return texts.getLast();
        }

        private static int[] informative(Encoded text) {
            int[] tokens = AnswerText.informative(text, 0, text.size());
            if (tokens.length > 0) {
                return tokens;
            }
            int[] all = new int[text.size()];
            Arrays.setAll(all, i -> i);
            return all;
        }

        private int rowOf(Encoded text, int token) {
            float[] vector = text.vector(token);
            List<Integer> candidates = rowsByPiece.computeIfAbsent(text.piece(token), _ -> new ArrayList<>());
            for (int row : candidates) {
                if (Vectors.dot(rows.get(row), vector) >= SAME) {
                    return row;
                }
            }
            rows.add(vector);
            candidates.add(rows.size() - 1);
            return rows.size() - 1;
        }

        public References build() {
            return new References(this);
        }
    }

    static boolean isInformative(String piece) {
        return !piece.equals(UNKNOWN) && !FunctionWords.contains(piece) && hasLetterOrDigit(piece);
    }

    private static boolean hasLetterOrDigit(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            if (Character.isLetterOrDigit(piece.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }
}
