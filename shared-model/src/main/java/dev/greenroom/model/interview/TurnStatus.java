package dev.greenroom.model.interview;

/** Where a turn stands. */
public enum TurnStatus {
    ASKED,
    ANSWERED,
    SKIPPED
}
