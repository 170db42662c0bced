package dev.greenroom.model.evaluation;

/** Whether a better evaluation of the same answer is still to come. */
public enum Stage {
    PRELIMINARY,
    FINAL
}
