package dev.greenroom.bench.grading;

import dev.greenroom.worker.rubric.GradeModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Isotonic regression by pooling adjacent violators (Ayer et al. 1955), reduced to a few knots. */
final class Isotonic {

    private Isotonic() {}

    /**
     * The monotone curve nearest to some points, from (0, 0) to (1, 1): who says nothing of the model answer gets nothing
     * and who says all of it full marks, even if nobody did among the points.
     *
     * @param x 0 to 1
     * @param y 0 to 1
     * @param knots how many knots between these, each in the middle of as many points
     */
    static GradeModel.Curve fit(double[] x, double[] y, int knots) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        double[] sorted = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double[] fitted =
                pool(sorted, Arrays.stream(order).mapToDouble(i -> y[i]).toArray());
        List<Double> at = new ArrayList<>(List.of(0.0));
        List<Double> values = new ArrayList<>(List.of(0.0));
        for (int k = 0; k < knots; k++) {
            int from = k * x.length / knots;
            int to = Math.max(from + 1, (k + 1) * x.length / knots);
            double middle = mean(sorted, from, to);
            if (middle > at.getLast() + 1e-6) {
                at.add(middle);
                values.add(mean(fitted, from, to));
            }
        }
        if (at.getLast() < 1) {
            at.add(1.0);
            values.add(1.0);
        }
        return new GradeModel.Curve(at, values);
    }

    /** The fitted value of each point; points of equal x share one. */
    private static double[] pool(double[] x, double[] y) {
        Deque<Block> blocks = new ArrayDeque<>();
        for (int i = 0; i < x.length; ) {
            int next = i;
            while (next < x.length && x[next] == x[i]) {
                next++;
            }
            Block block = new Block(mean(y, i, next), next - i);
            while (!blocks.isEmpty() && blocks.getLast().mean() >= block.mean()) {
                block = blocks.removeLast().with(block);
            }
            blocks.addLast(block);
            i = next;
        }
        double[] fitted = new double[x.length];
        int from = 0;
        for (Block block : blocks) {
            Arrays.fill(fitted, from, from + block.size(), block.mean());
            from += block.size();
        }
        return fitted;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    private record Block(double mean, int size) {

        Block with(Block other) {
            int sum = size + other.size;
            return new Block((mean * size + other.mean * other.size) / sum, sum);
        }
    }
}
