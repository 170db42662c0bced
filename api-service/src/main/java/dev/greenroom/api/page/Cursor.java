package dev.greenroom.api.page;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.WholeText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page starts, in a form that invites nobody to make one up. */
public final class Cursor {

    /** Characters; those of a search, the longest, have half as many. */
    static final int LONGEST = 200;

    private Cursor() {}

    static String encode(String lastKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastKey.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of the last row of the page before. */
    public static String decode(String cursor) {
        if (cursor.length() > LONGEST) {
            throw unknown();
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (WholeText.is(key)) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // as good as none
        }
        throw unknown();
    }

    /** For a cursor that decodes but leads nowhere. */
    public static Fault unknown() {
        return new Fault.Malformed("invalid_cursor", "The cursor is none that this list gave out.");
    }
}
