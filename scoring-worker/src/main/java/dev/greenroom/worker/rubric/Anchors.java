package dev.greenroom.worker.rubric;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Vectors;
import dev.greenroom.worker.language.WordOrder;
import java.util.List;

/**
 * Answers to the same question whose band is known. Where the scorer misjudges them, it will misjudge answers like them
 * by about as much, so their errors, the nearest counting most, are taken off.
 */
public final class Anchors {

    /** No correction at all. */
    public static final Anchors NONE = new Anchors(List.of());

    private static final double LEVEL_REACH = 15;
    private static final double COSINE_FLOOR = 0.2;
    private static final double CAUTION = 0.4;
    private static final double LIMIT = 25;

    private final List<Anchor> anchors;

    public Anchors(List<Anchor> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    /** Points to add to the score of an answer: the mean error on anchors like it, drawn towards none. */
    double correction(Profile answer) {
        double sum = 0;
        double total = CAUTION;
        for (Anchor anchor : anchors) {
            double likeness = likeness(answer, anchor.profile());
            sum += likeness * (target(anchor.band()) - anchor.profile().level());
            total += likeness;
        }
        return Math.clamp(sum / total, -LIMIT, LIMIT);
    }

    private static double likeness(Profile one, Profile other) {
        if (one.order() != other.order()) {
            return 0;
        }
        double cosine = Vectors.dot(one.text().sentence(), other.text().sentence());
        double distance = Math.abs(one.level() - other.level()) / LEVEL_REACH;
        return Math.max(0, cosine - COSINE_FLOOR) * Math.exp(-distance);
    }

    /** The middle of a band. */
    private static double target(Band band) {
        return switch (band) {
            case STRONG -> 92;
            case SOLID -> 77;
            case PARTIAL -> 57;
            case WEAK -> 32;
            case NO_EVIDENCE -> 8;
        };
    }

    /**
     * An answer as it looks without anchors.
     *
     * @param level 0 to 100
     * @param order lists of keywords are only like other lists
     */
    public record Profile(double level, WordOrder order, Encoded text) {}

    /** An answer and the band that a fair interviewer gives it. */
    public record Anchor(Profile profile, Band band) {}
}
