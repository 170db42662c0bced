package dev.greenroom.api.web;

import java.util.regex.Pattern;

/** What has to hold for a page as a whole, whatever its texts hold. */
public final class Markup {

    /** Whatever XML 1.0 has no way to write, halves of surrogate pairs among it. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Markup() {}

    /** The page with a replacement character for each that no page can hold. */
    public static String writable(String page) {
        return UNWRITABLE.matcher(page).replaceAll("\uFFFD");
    }
}
