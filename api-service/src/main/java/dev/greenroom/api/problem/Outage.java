package dev.greenroom.api.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away or out of room from a fault of our own. */
public final class Outage {

    private static final String NOTED = Outage.class.getName();

    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Outage() {}

    /** Says of a request that the database could not be asked for it, where the exception itself can't get out. */
    public static void note(RoutingContext request) {
        request.put(NOTED, true);
    }

    static boolean isBehind(Throwable failure) {
        RoutingContext request =
                CDI.current().select(CurrentVertxRequest.class).get().getCurrent();
        return (request != null && request.get(NOTED) != null) || isCauseOf(failure);
    }

    private static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && speaksOfAnOutage(sql.getSQLState(), sql)) {
                return true;
            }
        }
        return false;
    }

    /** The pool gives up waiting for a connection with an exception that has no state. */
    private static boolean speaksOfAnOutage(@Nullable String state, SQLException failure) {
        return state == null
                ? String.valueOf(failure.getMessage()).contains("Acquisition timeout")
                : state.length() >= 2 && CLASSES.contains(state.substring(0, 2));
    }
}
