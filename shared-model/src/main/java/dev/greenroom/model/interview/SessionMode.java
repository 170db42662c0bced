package dev.greenroom.model.interview;

/** {@code PRACTICE} shows feedback turn by turn, {@code INTERVIEW} keeps it back until the session is over. */
public enum SessionMode {
    PRACTICE,
    INTERVIEW
}
