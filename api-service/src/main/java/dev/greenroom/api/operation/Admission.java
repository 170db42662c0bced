package dev.greenroom.api.operation;

import dev.greenroom.api.problem.EarlyProblems;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Refuses requests that there is no room for, before anything of them is read, let alone done. */
class Admission {

    private static final int AFTER_LIMITS = 900;
    private static final Pattern BEGINS = Pattern.compile("/v1/(?:guest-)?sessions/?");
    private static final Pattern ADDS_AN_ANSWER =
            Pattern.compile("/v1/(?:sessions/[^/]+/answers|answers/[^/]+/rescore)/?");
    private static final int SOON = 2;
    private static final int LATER = 30;

    private final AdmissionSettings settings;
    private final BacklogReading backlog;
    private final AgroalDataSource database;
    private final EarlyProblems problems;
    private final MeterRegistry metrics;

    Admission(
            AdmissionSettings settings,
            BacklogReading backlog,
            AgroalDataSource database,
            EarlyProblems problems,
            MeterRegistry metrics) {
        this.settings = settings;
        this.backlog = backlog;
        this.database = database;
        this.problems = problems;
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_LIMITS);
    }

    private void check(RoutingContext context) {
        String path = String.valueOf(context.request().path()); // none of "OPTIONS *"
        if (!path.startsWith("/v1/")) {
            context.next();
        } else if (database.getMetrics().awaitingCount() >= settings.waitingForDatabase()) {
            refuse(context, "database", "Too many requests are at work. Nothing was done; try again.", SOON);
        } else if (backlog.latest().waiting() >= mostWaiting(context.request().method(), path)) {
            refuse(context, "backlog", "Too many answers wait to be scored. Nothing was done; try again.", LATER);
        } else {
            context.next();
        }
    }

    /** How much may wait for the request to be let in; an unknown backlog refuses nobody. */
    private double mostWaiting(HttpMethod method, String path) {
        if (!method.equals(HttpMethod.POST)) {
            return Double.POSITIVE_INFINITY;
        }
        if (BEGINS.matcher(path).matches()) {
            return settings.backlogForSessions();
        }
        return ADDS_AN_ANSWER.matcher(path).matches() ? settings.backlogForAnswers() : Double.POSITIVE_INFINITY;
    }

    private void refuse(RoutingContext context, String reason, String detail, int retryAfterSeconds) {
        metrics.counter("greenroom.admission.refused", "reason", reason).increment();
        problems.refuseOverloaded(context, detail, retryAfterSeconds);
    }
}
