package dev.greenroom.api.web;

import dev.greenroom.model.evaluation.Band;
import java.util.Locale;

/** A score as an arc, with the range in which a fair human grade is expected behind it. */
public record Dial(int score, int spread, Band band) {

    private static final double CIRCUMFERENCE = 2 * Math.PI * 52;

    /** Dash and gap of the arc. */
    public String arc() {
        return dash(score);
    }

    /** Dash and gap of the range. */
    public String range() {
        return dash(to() - from());
    }

    /** Where the range begins, in degrees from three o'clock. */
    public String rangeStart() {
        return String.format(Locale.ROOT, "%.1f", -90 + from() * 3.6);
    }

    private int from() {
        return Math.max(0, score - spread);
    }

    private int to() {
        return Math.min(100, score + spread);
    }

    private static String dash(int percent) {
        return String.format(Locale.ROOT, "%.2f %.2f", CIRCUMFERENCE * percent / 100, CIRCUMFERENCE);
    }
}
