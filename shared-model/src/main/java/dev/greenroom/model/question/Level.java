package dev.greenroom.model.question;

/** How much experience a question is meant for. */
public enum Level {
    JUNIOR,
    MID,
    SENIOR
}
