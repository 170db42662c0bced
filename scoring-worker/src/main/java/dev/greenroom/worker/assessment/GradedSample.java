package dev.greenroom.worker.assessment;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.CalibrationAnswer;

/**
 * An answer to the same question whose grade is known.
 *
 * @param grade 0 to 1
 */
public record GradedSample(String text, double grade) {

    /** Takes the middle of the band for the grade. */
    public static GradedSample of(CalibrationAnswer answer) {
        return new GradedSample(answer.text(), middle(answer.band()));
    }

    private static double middle(Band band) {
        return switch (band) {
            case STRONG -> 0.92;
            case SOLID -> 0.77;
            case PARTIAL -> 0.57;
            case WEAK -> 0.32;
            case NO_EVIDENCE -> 0.08;
        };
    }

    Band band() {
        return Band.of((int) Math.round(100 * grade));
    }
}
