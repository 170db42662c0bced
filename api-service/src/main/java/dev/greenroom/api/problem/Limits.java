package dev.greenroom.api.problem;

/** How much of a thing a request may bring. */
public final class Limits {

    /** Bytes of a JSON body. */
    public static final int BODY_BYTES = 256 * 1024;

    /**
     * Bytes of a whole question bank, which is also what the YAML parser reads of one;
     * {@code quarkus.http.limits.max-body-size} says the same.
     */
    public static final int BANK_BYTES = 3 * 1024 * 1024;

    /** Characters of an address, its query among them. */
    public static final int URL_CHARACTERS = 4 * 1024;

    /** Header fields. */
    public static final int HEADERS = 100;

    /** Characters of the value of one header field. */
    public static final int HEADER_VALUE_CHARACTERS = 8 * 1024;

    /** Characters of all header fields, names and values. */
    public static final int HEADER_CHARACTERS = 16 * 1024;

    /** Objects and lists within each other in a JSON body. */
    public static final int JSON_DEPTH = 32;

    /** Things wrong with a request that a refusal names: one that has more is none to be mended by hand. */
    public static final int VIOLATIONS = 1_000;

    /** UTF-16 code units of a text answer. */
    public static final int ANSWER_CHARACTERS = 20_000;

    private Limits() {}
}
