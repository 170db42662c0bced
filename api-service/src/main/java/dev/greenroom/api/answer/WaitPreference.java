package dev.greenroom.api.answer;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code wait} preference of the {@code Prefer} header (RFC 7240, section 4.3). */
final class WaitPreference {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?(?=$|[,;\\s])");

    private WaitPreference() {}

    /** How long to hold the request: zero without the preference, 30 s at most. A malformed preference is none. */
    static Duration of(@Nullable String header) {
        Matcher wait = WAIT.matcher(header == null ? "" : header);
        if (!wait.find()) {
            return Duration.ZERO;
        }
        Duration wished = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
    }
}
