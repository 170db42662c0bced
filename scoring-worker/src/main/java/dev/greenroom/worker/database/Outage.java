package dev.greenroom.worker.database;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells trouble of the database itself from trouble with what it was asked to do. */
final class Outage {

    private Outage() {}

    /** Whether the same work can succeed later, unchanged. */
    static boolean isBehind(Throwable trouble) {
        return Stream.<Throwable>iterate(trouble, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException sql && isOutage(sql.getSQLState()));
    }

    private static boolean isOutage(@Nullable String state) {
        // The connection pool gives no state when it can't get a connection in time.
        return state == null
                || state.startsWith("08") // the connection broke, or could not be made
                || state.startsWith("53") // no room: connections, memory, disk
                || state.startsWith("57P0") // shutting down, crashed, starting up
                || state.startsWith("40"); // lost against another transaction
    }
}
