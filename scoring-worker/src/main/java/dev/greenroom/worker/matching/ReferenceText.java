package dev.greenroom.worker.matching;

import java.util.List;

/**
 * A text that answers are compared with: the rows of its informative tokens in the matrix of its references, and how
 * much each of them counts.
 */
public final class ReferenceText {

    /** From this cosine on, two tokens don't distinguish the texts that they are in. */
    private static final float SAME = 0.85f;

    private final int index;
    private final int[] rows;
    private final float[] weights;
    private final float totalWeight;

    ReferenceText(int index, int[] rows, float[] weights) {
        this.index = index;
        this.rows = rows;
        this.weights = weights;
        float total = 0;
        for (float weight : weights) {
            total += weight;
        }
        this.totalWeight = total;
    }

    /**
     * The same text with its tokens weighed by how far they are from anything that the other texts say: what is left
     * is what it says differently.
     */
    public ReferenceText distinguishedFrom(List<Matches> others) {
        float[] distances = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            float nearest = 0;
            for (Matches other : others) {
                nearest = Math.max(nearest, other.best(rows[i]));
            }
            distances[i] = Math.max(0, SAME - nearest);
        }
        return new ReferenceText(index, rows, distances);
    }

    /** Its place among the texts of the references. */
    int index() {
        return index;
    }

    int size() {
        return rows.length;
    }

    int[] rows() {
        return rows;
    }

    int row(int token) {
        return rows[token];
    }

    float weight(int token) {
        return weights[token];
    }

    /** The sum of the weights of its tokens. */
    public float totalWeight() {
        return totalWeight;
    }
}
