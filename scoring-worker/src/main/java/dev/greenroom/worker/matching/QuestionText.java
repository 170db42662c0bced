package dev.greenroom.worker.matching;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Vectors;

/** What the question says itself: whatever only repeats it shows nothing. */
final class QuestionText {

    /** Even a token of the question says a little. */
    private static final float LEAST = 0.05f;

    private final Encoded text;
    private final int[] tokens;
    private final int[] rows;

    /**
     * Takes the question's informative tokens.
     *
     * @param rows their rows in the matrix of the references
     */
    QuestionText(Encoded text, int[] tokens, int[] rows) {
        this.text = text;
        this.tokens = tokens;
        this.rows = rows;
    }

    int[] rows() {
        return rows;
    }

    /** How much a token adds to the question, 0 to 1: 1 less the best cosine to any of the question's tokens. */
    float newness(float[] vector) {
        double nearest = 0;
        for (int token : tokens) {
            nearest = Math.max(nearest, Vectors.dot(text.vector(token), vector));
        }
        return newness(nearest);
    }

    static float newness(double nearest) {
        return (float) Math.max(LEAST, 1 - nearest);
    }
}
