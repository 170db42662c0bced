package dev.greenroom.model.question;

import dev.greenroom.model.evaluation.Band;

/**
 * A sample answer with the band that a fair interviewer gives it.
 *
 * @param about what the sample stands for, in a few words
 */
public record CalibrationAnswer(Band band, Style style, String about, String text) {

    /** How the sample was given: a spoken one has fillers and no punctuation to rely on. */
    public enum Style {
        TYPED,
        SPOKEN
    }
}
