package dev.greenroom.api.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores from 0 to 100 on axes from a centre at 180, 130; of use from three axes on. */
public record Radar(List<Axis> axes, List<String> rings, String area) {

    private static final double X = 180;
    private static final double Y = 130;
    private static final double RADIUS = 92;
    private static final List<Integer> RINGS = List.of(25, 50, 75, 100);

    /** Before the last word of a label that is too long for one line. */
    private static final Pattern LABEL_BREAK = Pattern.compile("(?<=.{8})\\s+(?=\\S+$)");

    public Radar {
        axes = List.copyOf(axes);
        rings = List.copyOf(rings);
    }

    /** A value that has a name. */
    public record Value(String label, int score) {}

    /**
     * An axis.
     *
     * @param x its end
     * @param lines its label
     * @param labelX where the label stands, {@code anchor} says which end of it
     */
    public record Axis(List<String> lines, String x, String y, String labelX, String labelY, String anchor) {

        public Axis {
            lines = List.copyOf(lines);
        }
    }

    public static Radar of(List<Value> values) {
        int count = values.size();
        return new Radar(
                IntStream.range(0, count)
                        .mapToObj(i -> axis(values.get(i), angle(i, count)))
                        .toList(),
                RINGS.stream()
                        .map(ring -> polygon(IntStream.range(0, count)
                                .mapToObj(i -> point(angle(i, count), ring))
                                .toList()))
                        .toList(),
                polygon(IntStream.range(0, count)
                        .mapToObj(i -> point(angle(i, count), values.get(i).score()))
                        .toList()));
    }

    private static double angle(int index, int count) {
        return 2 * Math.PI * index / count - Math.PI / 2;
    }

    private static Axis axis(Value value, double angle) {
        double[] end = point(angle, 100);
        double[] label = point(angle, 114);
        double side = Math.cos(angle);
        String anchor = Math.abs(side) < 0.2 ? "middle" : side > 0 ? "start" : "end";
        return new Axis(
                LABEL_BREAK.splitAsStream(value.label()).toList(),
                number(end[0]),
                number(end[1]),
                number(label[0]),
                number(label[1]),
                anchor);
    }

    private static double[] point(double angle, double score) {
        return new double[] {X + Math.cos(angle) * RADIUS * score / 100, Y + Math.sin(angle) * RADIUS * score / 100};
    }

    private static String polygon(List<double[]> points) {
        return points.stream()
                .map(point -> number(point[0]) + "," + number(point[1]))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
