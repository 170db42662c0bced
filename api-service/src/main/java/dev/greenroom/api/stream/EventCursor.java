package dev.greenroom.api.stream;

import dev.greenroom.api.problem.Fault;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which event a client saw last. */
final class EventCursor {

    /** What a cursor looks like, if it isn't empty, as it is for clients that have seen nothing. */
    static final String FORM = "^[0-9]{0,18}$";

    private static final Pattern CURSOR = Pattern.compile(FORM);

    private EventCursor() {}

    /**
     * The cursor that the request names.
     *
     * @param header {@code Last-Event-ID}: it counts if there are both, since browsers repeat the address unchanged when
     *     they reconnect
     * @param parameter for clients that can't set the header
     */
    static OptionalLong of(@Nullable String header, @Nullable String parameter) {
        OptionalLong first = parse(header);
        OptionalLong second = parse(parameter);
        return first.isPresent() ? first : second;
    }

    private static OptionalLong parse(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!CURSOR.matcher(cursor).matches()) {
            throw new Fault.Malformed(
                    "invalid_cursor",
                    "The cursor is no id of an event: send that of the last event that you have seen.");
        }
        return OptionalLong.of(Long.parseLong(cursor));
    }

    static Fault unknown(long cursor, long newest) {
        return new Fault.Malformed(
                "invalid_cursor",
                "This session has had %d events, so that none has the id %d: it may be that of another session."
                        .formatted(newest, cursor));
    }

    static Fault expired(long cursor) {
        return new Fault.Conflict(
                "cursor_expired",
                "The events after %d are no longer kept. Read the session, then follow it without a cursor."
                        .formatted(cursor));
    }
}
