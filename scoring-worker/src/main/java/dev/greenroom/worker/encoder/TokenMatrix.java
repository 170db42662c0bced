package dev.greenroom.worker.encoder;

import java.util.List;

/**
 * Many vectors, laid out so that others are compared with all of them quickly.
 *
 * <p>Each dimension is an array of its own and the innermost loop runs over the vectors, with no offset added to its
 * index: the just-in-time compiler turns that into vector instructions, and neither a flat array nor the other order. The
 * loop pays from some hundred vectors on.
 */
public final class TokenMatrix {

    private static final int LANES = 16;

    /** So many dimensions of some hundred vectors stay in the first-level cache while all others pass by. */
    private static final int BLOCK = 16;

    private static final int DIMENSIONS = Encoded.DIMENSIONS;

    private final float[][] dimensions;
    private final int width;

    private TokenMatrix(int columns) {
        this.width = Math.max(LANES, (columns + LANES - 1) / LANES * LANES);
        this.dimensions = new float[DIMENSIONS][width];
    }

    /** Takes the vectors in their order. */
    public static TokenMatrix of(List<float[]> vectors) {
        TokenMatrix matrix = new TokenMatrix(vectors.size());
        for (int t = 0; t < vectors.size(); t++) {
            matrix.set(t, vectors.get(t), 0);
        }
        return matrix;
    }

    private void set(int column, float[] vectors, int from) {
        for (int d = 0; d < DIMENSIONS; d++) {
            dimensions[d][column] = vectors[from + d];
        }
    }

    /** The length of a row of cosines: one for each vector, then zeros. */
    public int width() {
        return width;
    }

    /**
     * The cosines of other vectors with all of these, a row of {@link #width()} for each of the others.
     *
     * @param vectors an even number of unit vectors, one after the other
     */
    public float[][] cosines(float[] vectors) {
        float[][] rows = new float[vectors.length / DIMENSIONS][width];
        for (int block = 0; block < DIMENSIONS; block += BLOCK) {
            for (int row = 0; row < rows.length; row += 2) {
                for (int d = block; d < block + BLOCK; d += 4) {
                    addFour(vectors, row * DIMENSIONS + d, d, rows[row], rows[row + 1]);
                }
            }
        }
        return rows;
    }

    private void addFour(float[] vectors, int at, int d, float[] first, float[] second) {
        float[] w = dimensions[d];
        float[] x = dimensions[d + 1];
        float[] y = dimensions[d + 2];
        float[] z = dimensions[d + 3];
        float a = vectors[at];
        float b = vectors[at + 1];
        float c = vectors[at + 2];
        float e = vectors[at + 3];
        float f = vectors[at + DIMENSIONS];
        float g = vectors[at + DIMENSIONS + 1];
        float h = vectors[at + DIMENSIONS + 2];
        float i = vectors[at + DIMENSIONS + 3];
        for (int t = 0; t < first.length; t++) {
            first[t] = Math.fma(a, w[t], Math.fma(b, x[t], Math.fma(c, y[t], Math.fma(e, z[t], first[t]))));
            second[t] = Math.fma(f, w[t], Math.fma(g, x[t], Math.fma(h, y[t], Math.fma(i, z[t], second[t]))));
        }
    }
}
