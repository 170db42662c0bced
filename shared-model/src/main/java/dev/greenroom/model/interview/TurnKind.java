package dev.greenroom.model.interview;

/** Whether a turn opens a thread or asks back. */
public enum TurnKind {
    MAIN,
    FOLLOW_UP
}
