package dev.greenroom.worker.encoder;

/** Arithmetic on vectors that lie in longer arrays. Sums run in a fixed order, so that results repeat to the last digit. */
public final class Vectors {

    private Vectors() {}

    /** The dot product of two vectors of equal length. */
    public static double dot(float[] a, float[] b) {
        return dot(a, 0, b, 0, a.length);
    }

    static double dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    /** Adds so many times a vector that lies in a longer array to a sum. */
    public static void add(float[] a, int aFrom, float factor, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * a[aFrom + i];
        }
    }

    static double norm(float[] a, int from, int length) {
        return Math.sqrt(dot(a, from, a, from, length));
    }

    /** Scales a vector to length 1 and returns the length that it had; a zero vector stays as it is. */
    public static float normalise(float[] a, int from, int length) {
        double norm = norm(a, from, length);
        if (norm > 0) {
            float factor = (float) (1 / norm);
            for (int i = from; i < from + length; i++) {
                a[i] *= factor;
            }
        }
        return (float) norm;
    }
}
