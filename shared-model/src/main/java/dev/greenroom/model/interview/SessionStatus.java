package dev.greenroom.model.interview;

/** Where a session stands; only one in progress takes answers. */
public enum SessionStatus {
    IN_PROGRESS,
    COMPLETED,
    EXPIRED
}
