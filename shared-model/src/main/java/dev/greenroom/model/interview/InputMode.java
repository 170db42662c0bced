package dev.greenroom.model.interview;

/** How an answer was given. */
public enum InputMode {
    TYPED,
    SPOKEN
}
