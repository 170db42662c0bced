package dev.greenroom.worker.encoder;

import java.util.Arrays;
import java.util.Map;

/**
 * A text as the encoder sees it: its word pieces with their places in the text and their unit vectors, and the vector of
 * the whole. What all pieces have in common is taken off the vectors of the pieces, and not off those of longer parts.
 * Immutable; the arrays are not copied and must not be written to.
 */
public final class Encoded {

    public static final int DIMENSIONS = 384;

    private final Pieces pieces;
    private final Map<String, String> readAs;
    private final float[] vectors;
    private final CommonPart commonPart;

    /** The lengths of the hidden states. */
    private final float[] norms;

    /** The lengths of what the hidden states are without the common part. */
    private final float[] lengths;

    private final float[] sentence;

    /** Takes over the hidden states of the pieces, one after the other. */
    Encoded(Respelling text, float[] states, CommonPart commonPart, float[] sentence) {
        this.pieces = text.pieces();
        this.readAs = text.readAs();
        this.vectors = states;
        this.commonPart = commonPart;
        this.norms = new float[pieces.size()];
        this.lengths = new float[pieces.size()];
        this.sentence = sentence;
        for (int i = 0; i < norms.length; i++) {
            int from = i * DIMENSIONS;
            norms[i] = (float) Vectors.norm(vectors, from, DIMENSIONS);
            commonPart.takeOff(vectors, from, norms[i]);
            lengths[i] = Vectors.normalise(vectors, from, DIMENSIONS);
        }
    }

    /** The number of word pieces. */
    public int size() {
        return pieces.size();
    }

    /** A word piece in lower case and without accents; one that continues a word begins with {@code ##}. */
    public String piece(int index) {
        return pieces.piece(index);
    }

    /** The offset of a piece's first UTF-16 code unit in the text. */
    public int start(int index) {
        return pieces.start(index);
    }

    /** The offset after a piece's last UTF-16 code unit. */
    public int end(int index) {
        return pieces.end(index);
    }

    /** What a word of the text, in lower case, was read as: itself, unless it was misspelt. */
    public String readAs(String word) {
        return readAs.getOrDefault(word, word);
    }

    /** The unit vectors of all pieces, one after the other. */
    float[] vectors() {
        return vectors;
    }

    /** The unit vectors of some pieces, one after the other. */
    public float[] vectors(int[] indices) {
        float[] some = new float[indices.length * DIMENSIONS];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(vectors, indices[i] * DIMENSIONS, some, i * DIMENSIONS, DIMENSIONS);
        }
        return some;
    }

    /** A copy of the unit vector of a piece. */
    public float[] vector(int index) {
        return Arrays.copyOfRange(vectors, index * DIMENSIONS, (index + 1) * DIMENSIONS);
    }

    /** The mean of the hidden states, scaled to length 1: what sentence embeddings are compared by. */
    public float[] sentence() {
        return sentence;
    }

    /** The same for the pieces from one index to before another, in the context of the whole text. */
    public float[] sentence(int from, int to) {
        float[] sum = sum(from, to);
        Vectors.normalise(sum, 0, DIMENSIONS);
        return sum;
    }

    /** The sum of the hidden states of the pieces from one index to before another. */
    public float[] sum(int from, int to) {
        float[] sum = new float[DIMENSIONS];
        float total = 0;
        for (int i = from; i < to; i++) {
            Vectors.add(vectors, i * DIMENSIONS, lengths[i], sum);
            total += norms[i];
        }
        commonPart.addTo(sum, total);
        return sum;
    }

    /** The index of the first piece that starts at an offset of the text or after it, or {@link #size()}. */
    public int firstFrom(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(middle) >= offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
