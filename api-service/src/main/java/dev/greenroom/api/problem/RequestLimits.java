package dev.greenroom.api.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests of which something is too large, and addresses with NUL, with a problem rather than a bare status. What goes far beyond these
 * limits the server refuses before anybody can say why ({@code quarkus.http.limits}).
 */
class RequestLimits {

    private static final int BEFORE_EVERYTHING = 1000;
    private static final String NUL = "%00";
    private static final String BANK = "/v1/question-bank";

    private final EarlyProblems problems;

    RequestLimits(EarlyProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > Limits.URL_CHARACTERS) {
            String detail = "The address may have %d characters at most.".formatted(Limits.URL_CHARACTERS);
            problems.refuseTooLarge(context, 414, "URI Too Long", "url_too_long", detail);
        } else if (request.uri().contains(NUL)) {
            problems.refuseMalformed(context, "malformed_url", "The address holds NUL.");
        } else if (hasLargeHeaders(request)) {
            String detail = "There may be %d header fields at most, with %d characters in a value and %d in all."
                    .formatted(Limits.HEADERS, Limits.HEADER_VALUE_CHARACTERS, Limits.HEADER_CHARACTERS);
            problems.refuseTooLarge(context, 431, "Request Header Fields Too Large", "headers_too_large", detail);
        } else if (announcedLength(request) > limit(request.path())) {
            problems.refuseTooLarge(
                    context, 413, "Content Too Large", "body_too_large", tooLarge(limit(request.path())));
        } else {
            context.next();
        }
    }

    /** Counts the lines, of which several may have one name. */
    private static boolean hasLargeHeaders(HttpServerRequest request) {
        int fields = 0;
        int longest = 0;
        int characters = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            fields++;
            longest = Math.max(longest, header.getValue().length());
            characters += header.getKey().length() + header.getValue().length();
        }
        return fields > Limits.HEADERS
                || longest > Limits.HEADER_VALUE_CHARACTERS
                || characters > Limits.HEADER_CHARACTERS;
    }

    /** A body whose length nobody has announced is measured as it is read. */
    @ServerRequestFilter
    void limitUnannounced(ContainerRequestContext request) {
        if (request.getHeaderString("Content-Length") == null && request.getEntityStream() != null) {
            int limit = limit(request.getUriInfo().getRequestUri().getRawPath());
            request.setEntityStream(new BoundedBody(
                    request.getEntityStream(), limit, () -> new Fault.TooLarge("body_too_large", tooLarge(limit))));
        }
    }

    private static String tooLarge(int limit) {
        return "The body may have %d bytes at most.".formatted(limit);
    }

    private static int limit(@Nullable String path) {
        return BANK.equals(path) ? Limits.BANK_BYTES : Limits.BODY_BYTES;
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }
}
