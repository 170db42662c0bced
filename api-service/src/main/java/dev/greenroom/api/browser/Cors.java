package dev.greenroom.api.browser;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.problem.EarlyProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Cross-origin resource sharing, as the Fetch standard has it: tells browsers which pages may call. A preflight shows no key,
 * so it is granted to pages that may call in anybody's name; a response is shown to those that may in the caller's. Credentials are never
 * shared, since callers show a key or a token and no cookie.
 */
class Cors {

    private static final int BEFORE_LIMITS = 1_100;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Accept, Content-Type, Idempotency-Key, If-Match,"
            + " If-None-Match, Last-Event-ID, Prefer, traceparent";
    private static final String RESPONSE_HEADERS = "Deprecation, ETag, Idempotency-Replayed, Link, Location,"
            + " RateLimit, RateLimit-Policy, Retry-After, Sunset, WWW-Authenticate";
    private static final String MAX_AGE_SECONDS = "7200"; // no browser goes by more

    private final Origins origins;
    private final EarlyProblems problems;

    Cors(Origins origins, EarlyProblems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_LIMITS);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!String.valueOf(request.path()).startsWith("/v1/")) {
            context.next();
            return;
        }
        String origin = request.headers().contains(HttpHeaders.ORIGIN) ? request.getHeader(HttpHeaders.ORIGIN) : "";
        // At the end, when it is known who calls; a route that sets the same header would set this aside, too.
        context.addHeadersEndHandler(_ -> complete(context, origin));
        if (!isPreflight(request)) {
            context.next();
        } else if (origins.allow(origin, null)) {
            answerPreflight(context.response());
        } else {
            problems.refuseForeign(
                    context,
                    "Pages of this origin may not call: greenroom.browser.origins and the origins of API keys name those"
                            + " that may.");
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private void complete(RoutingContext context, String origin) {
        MultiMap headers = context.response().headers();
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origins.allow(origin, Caller.tenantOf(context))) {
            allow(headers, origin);
        }
    }

    private static void allow(MultiMap headers, String origin) {
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
    }

    private static void answerPreflight(HttpServerResponse response) {
        response.headers()
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
        response.setStatusCode(204).end();
    }
}
