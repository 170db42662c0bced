package dev.greenroom.api.problem;

/** How much of a thing a request may bring. */
public final class Limits {

    /** Bytes of a JSON body; {@code quarkus.http.limits.max-body-size} says the same for bodies of unannounced length. */
    public static final int BODY_BYTES = 256 * 1024;

    /** UTF-16 code units of a text answer. */
    public static final int ANSWER_CHARACTERS = 20_000;

    private Limits() {}
}
