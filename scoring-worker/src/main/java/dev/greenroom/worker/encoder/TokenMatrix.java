package dev.greenroom.worker.encoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Many vectors, laid out in native memory so that others are compared with all of them in one go. */
public final class TokenMatrix {

    private static final int DIMENSIONS = Encoded.DIMENSIONS;

    private final FloatBuffer vectors;
    private final int size;

    private TokenMatrix(int size) {
        this.size = size;
        this.vectors = ByteBuffer.allocateDirect(size * DIMENSIONS * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Takes the vectors in their order. */
    public static TokenMatrix of(List<float[]> vectors) {
        TokenMatrix matrix = new TokenMatrix(vectors.size());
        vectors.forEach(matrix.vectors::put);
        matrix.vectors.flip();
        return matrix;
    }

    /** The number of vectors. */
    public int size() {
        return size;
    }

    /**
     * The cosines of other vectors with all of these: for each of the others {@link #size()} of them, one after the other.
     *
     * @param others unit vectors, one after the other
     */
    public float[] cosines(float[] others) {
        return size == 0 || others.length == 0
                ? new float[0]
                : DotProducts.of(FloatBuffer.wrap(others), vectors.duplicate(), DIMENSIONS);
    }
}
