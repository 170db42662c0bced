package dev.greenroom.worker.matching;

/**
 * A text that answers are compared with: the rows of its informative tokens in the matrix of its references, and how
 * much each of them counts.
 */
public final class ReferenceText {

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

    /** Its place among the texts of the references. */
    int index() {
        return index;
    }

    int size() {
        return rows.length;
    }

    int row(int token) {
        return rows[token];
    }

    float weight(int token) {
        return weights[token];
    }

    float totalWeight() {
        return totalWeight;
    }
}
