package dev.greenroom.worker.encoder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;

/**
 * What the vectors of all word pieces have in common, whatever they mean: the mean of their unit vectors in many texts. It
 * makes unlike things look alike, and is taken off before pieces are compared (Mu and Viswanath, "All-but-the-Top: Simple
 * and Effective Postprocessing for Word Representations", ICLR 2018). Immutable.
 */
public final class CommonPart {

    /** Leaves vectors as the encoder gives them. */
    public static final CommonPart NONE = new CommonPart(new float[Encoded.DIMENSIONS]);

    private static final double DIGITS = 1e6;

    private final float[] mean;

    private CommonPart(float[] mean) {
        this.mean = mean;
    }

    /**
     * Takes the mean as {@link #mean()} gives it.
     *
     * @throws IllegalArgumentException unless it has {@value Encoded#DIMENSIONS} components
     */
    @JsonCreator
    public static CommonPart of(float[] mean) {
        if (mean.length != Encoded.DIMENSIONS) {
            throw new IllegalArgumentException(
                    "A common part has %d components, not %d".formatted(Encoded.DIMENSIONS, mean.length));
        }
        return new CommonPart(mean.clone());
    }

    /**
     * That of the pieces of texts about several subjects, each of which counts alike, to six decimals.
     *
     * @param subjects texts whose vectors still have it in them
     */
    public static CommonPart in(List<Collection<Encoded>> subjects) {
        float[] mean = new float[Encoded.DIMENSIONS];
        List<double[]> means = subjects.stream().map(CommonPart::mean).toList();
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (double[] each : means) {
                sum += each[i];
            }
            mean[i] = (float) (Math.round(sum / subjects.size() * DIGITS) / DIGITS);
        }
        return new CommonPart(mean);
    }

    private static double[] mean(Collection<Encoded> texts) {
        double[] mean = new double[Encoded.DIMENSIONS];
        int pieces = texts.stream().mapToInt(Encoded::size).sum();
        for (Encoded text : texts) {
            float[] vectors = text.vectors();
            for (int i = 0; i < vectors.length; i++) {
                mean[i % mean.length] += (double) vectors[i] / pieces;
            }
        }
        return mean;
    }

    /** Its components. */
    @JsonValue
    public float[] mean() {
        return mean.clone();
    }

    /** Takes it so many times off a vector that lies in a longer array. */
    void takeOff(float[] vectors, int from, float factor) {
        for (int i = 0; i < mean.length; i++) {
            vectors[from + i] -= factor * mean[i];
        }
    }

    /** Adds it so many times to a sum. */
    void addTo(float[] sum, float factor) {
        Vectors.add(mean, 0, factor, sum);
    }
}
