package dev.greenroom.worker.encoder;

import java.util.List;

/** Many vectors, one after the other, so that others are compared with all of them in one go. */
public final class TokenMatrix {

    private static final int DIMENSIONS = Encoded.DIMENSIONS;

    private final float[] vectors;

    private TokenMatrix(float[] vectors) {
        this.vectors = vectors;
    }

    /** Takes the vectors in their order. */
    public static TokenMatrix of(List<float[]> vectors) {
        float[] all = new float[vectors.size() * DIMENSIONS];
        for (int i = 0; i < vectors.size(); i++) {
            System.arraycopy(vectors.get(i), 0, all, i * DIMENSIONS, DIMENSIONS);
        }
        return new TokenMatrix(all);
    }

    /** The number of vectors. */
    public int size() {
        return vectors.length / DIMENSIONS;
    }

    /**
     * The cosines of other vectors with all of these: for each of the others {@link #size()} of them, one after the other.
     *
     * @param others unit vectors, one after the other
     */
    public float[] cosines(float[] others) {
        return vectors.length == 0 || others.length == 0 ? new float[0] : DotProducts.of(others, vectors, DIMENSIONS);
    }
}
