package dev.greenroom.api.browser;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** Keeps browsers from guessing, framing, leaking and keeping. What a route says for itself stands. */
class SecurityHeaders {

    private static final int FIRST = 1_200;

    /** Data is no page: nothing in it is to be run, loaded or framed. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /** A page runs scripts from files of ours only, whatever a candidate has written into it. */
    private static final String PAGE = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Swagger UI starts itself by a script in the page. */
    private static final String SWAGGER = PAGE + "; script-src 'self' 'unsafe-inline'";

    /** What is the same for all callers of a tenant, and has an ETag to ask again by. */
    private static final Pattern CONTENT = Pattern.compile("/v1/(?:topics|questions|rubrics|question-bank)(?:/.*)?");

    private final BrowserSettings settings;

    SecurityHeaders(BrowserSettings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext context) {
        context.addHeadersEndHandler(_ -> complete(context.request(), context.response()));
        context.next();
    }

    private void complete(HttpServerRequest request, HttpServerResponse response) {
        String path = String.valueOf(request.path());
        MultiMap headers = response.headers();
        putUnlessThere(headers, "X-Content-Type-Options", "nosniff");
        putUnlessThere(headers, "Referrer-Policy", "no-referrer");
        putUnlessThere(headers, "Content-Security-Policy", policy(path, headers));
        if (path.startsWith("/v1/")) {
            boolean kept = CONTENT.matcher(path).matches() && response.getStatusCode() < 400;
            putUnlessThere(headers, "Cache-Control", kept ? "private, no-cache" : "no-store");
        }
        if (settings.behindTls() || "https".equals(request.scheme())) {
            putUnlessThere(
                    headers,
                    "Strict-Transport-Security",
                    "max-age=" + settings.tlsOnlyFor().toSeconds());
        }
    }

    private static String policy(String path, MultiMap headers) {
        if (path.startsWith("/q/swagger-ui")) {
            return SWAGGER;
        }
        return String.valueOf(headers.get("Content-Type")).startsWith("text/html") ? PAGE : DATA;
    }

    private static void putUnlessThere(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
