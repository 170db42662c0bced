package dev.greenroom.model.evaluation;

/** How far a score can be trusted. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW
}
