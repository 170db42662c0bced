package dev.greenroom.model.evaluation;

/**
 * A score and how far it can be trusted.
 *
 * @param value 0 to {@code max}
 * @param spread half the width, in points, of the range in which a fair human grade is expected
 * @param needsReview whether a person should look at it before anything depends on it
 */
public record Score(int value, int max, Band band, int spread, Confidence confidence, boolean needsReview) {

    public static final int MAX = 100;

    public static Score of(int value, int spread, Confidence confidence, boolean needsReview) {
        return new Score(value, MAX, Band.of(value), spread, confidence, needsReview);
    }
}
