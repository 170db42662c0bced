package dev.greenroom.bench;

import java.util.Arrays;
import java.util.Collection;

/** Measurements of one thing, in any unit. */
final class Samples {

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    static Samples of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to tell of no measurement");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    double median() {
        return percentile(50);
    }

    /**
     * The smallest sample that is not exceeded by {@code percent} of all (nearest rank), but for the 50th of an even
     * number of samples, which is the mean of the two in the middle.
     */
    double percentile(double percent) {
        int middle = sorted.length / 2;
        if (percent == 50 && sorted.length % 2 == 0) {
            return (sorted[middle - 1] + sorted[middle]) / 2;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    int size() {
        return sorted.length;
    }
}
