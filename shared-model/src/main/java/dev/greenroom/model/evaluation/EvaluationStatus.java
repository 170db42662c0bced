package dev.greenroom.model.evaluation;

/** Whether the evaluation holds a score or the reason why there is none. */
public enum EvaluationStatus {
    SCORED,
    UNSCORED
}
