package dev.greenroom.bench.grading;

import dev.greenroom.model.evaluation.Confidence;
import dev.greenroom.worker.assessment.Assessment;

/**
 * An answer with the score that Greenroom gives it.
 *
 * @param value 0 to 1
 * @param spread half the width of the range in which the grade is expected, 0 to 1
 */
record Prediction(GradedAnswer answer, double value, double spread, Confidence confidence) {

    static Prediction of(GradedAnswer answer, Assessment assessment) {
        var score = assessment.score();
        if (score == null) {
            throw new IllegalStateException("A typed answer was not scored: " + assessment.reason());
        }
        return new Prediction(
                answer,
                (double) score.value() / score.max(),
                (double) score.spread() / score.max(),
                score.confidence());
    }

    /** A prediction of which no more is known. */
    static Prediction of(GradedAnswer answer, double value) {
        return new Prediction(answer, value, 0, Confidence.LOW);
    }

    /** How far the score is from the one that people gave. */
    double error() {
        return Math.abs(value - answer.score());
    }
}
