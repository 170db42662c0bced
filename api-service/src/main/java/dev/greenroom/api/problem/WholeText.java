package dev.greenroom.api.problem;

/** Text that the database can hold and every client can read: without NUL, without a half of a surrogate pair. */
public final class WholeText {

    private WholeText() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(WholeText::isNone);
    }

    /** Halves of pairs are code points of their own here; whole pairs are none of these. */
    private static boolean isNone(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
