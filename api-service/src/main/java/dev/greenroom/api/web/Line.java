package dev.greenroom.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scores from 0 to 100 by day as a line in a field of 300 by 80, with a margin of 10. */
public record Line(List<Dot> dots) {

    private static final double LEFT = 10;
    private static final double WIDTH = 280;
    private static final double BOTTOM = 70;
    private static final double HEIGHT = 60;

    public Line {
        dots = List.copyOf(dots);
    }

    /** A day's score. */
    public record Value(LocalDate day, int score) {}

    /** A day's place. */
    public record Dot(String x, String y) {}

    /**
     * A line through these values.
     *
     * @param values in the order of their days
     */
    public static Line of(List<Value> values) {
        long first = values.isEmpty() ? 0 : values.getFirst().day().toEpochDay();
        long days = values.isEmpty() ? 0 : values.getLast().day().toEpochDay() - first;
        return new Line(values.stream()
                .map(value -> new Dot(
                        number(days == 0 ? 150 : LEFT + WIDTH * (value.day().toEpochDay() - first) / days),
                        number(BOTTOM - HEIGHT * value.score() / 100)))
                .toList());
    }

    /** The line's points. */
    public String points() {
        return dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
