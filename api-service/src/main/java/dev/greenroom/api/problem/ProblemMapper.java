package dev.greenroom.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong with a request into problem details, without a word of the exception's own. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    Response fault(Fault fault, UriInfo uri) {
        return switch (fault) {
            case Fault.Missing missing -> problem(404, missing, uri, List.of());
            case Fault.Conflict conflict -> problem(409, conflict, uri, List.of());
            case Fault.Unacceptable unacceptable -> problem(422, unacceptable, uri, unacceptable.violations());
            case Fault.Outdated outdated -> problem(412, outdated, uri, List.of());
            case Fault.Unconditional unconditional -> problem(428, unconditional, uri, List.of());
            case Fault.TooMany tooMany ->
                later(problem(429, tooMany, uri, List.of()), tooMany.pause().toSeconds());
            case Fault.Unavailable unavailable -> later(problem(503, unavailable, uri, List.of()), RETRY_AFTER_SECONDS);
            case Fault.TooLarge tooLarge -> problem(413, tooLarge, uri, List.of());
            case Fault.Malformed malformed -> problem(400, malformed, uri, List.of());
        };
    }

    private static Response later(Response problem, long seconds) {
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(violation -> new Violation(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::pointer))
                .limit(Limits.VIOLATIONS)
                .toList();
        var fault = new Fault.Unacceptable("validation_failed", "Some values of the request are not acceptable.");
        return problem(422, fault, uri, violations);
    }

    /** The path of a violation starts with method and parameter, which say nothing to a client. */
    private static String pointer(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        if (nodes.size() == 2 || violation.getLeafBean() instanceof OutsideTheBody) {
            return "#" + nodes.getLast().getName();
        }
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes.subList(Math.min(2, nodes.size()), nodes.size())) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** Names the subclass too, since the framework has a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException e, UriInfo uri) {
        if (e.getCause() instanceof Fault fault) {
            return fault(fault, uri);
        }
        String place = e instanceof JsonMappingException mapping ? place(mapping) : "";
        return problem(
                400,
                new Fault.Malformed("malformed_json", explain(e)),
                uri,
                place.isEmpty() ? List.of() : List.of(new Violation(place, "is not what the contract says")));
    }

    private static String explain(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null
                ? "The body is not JSON of the form that the contract asks for."
                : "The body is not JSON of the form that the contract asks for: see line %d, column %d."
                        .formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String place(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    @Priority(Priorities.AUTHENTICATION)
    Response unauthenticated(Throwable e, UriInfo uri) {
        return challenge(uri);
    }

    private static Response challenge(UriInfo uri) {
        return respond(Problem.of(
                        401,
                        "Unauthorized",
                        "unauthenticated",
                        "Send a valid API key or session token: Authorization: Bearer …",
                        instance(uri),
                        traceId()))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"greenroom\"")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    @Priority(Priorities.AUTHORIZATION)
    Response forbidden(Throwable e, UriInfo uri) {
        return respond(Problem.of(
                        403,
                        "Forbidden",
                        "forbidden_scope",
                        "The key or token does not open this.",
                        instance(uri),
                        traceId()))
                .build();
    }

    /** What the framework refuses: unknown paths, methods, media types, unreadable bodies. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, uri);
        }
        if (e.getCause() instanceof Fault fault) {
            return fault(fault, uri);
        }
        Response original = e.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original; // a route's shortest way to say that there is nothing to say
        }
        Response.StatusType type = original.getStatusInfo();
        var response = respond(
                Problem.of(status, type.getReasonPhrase(), code(status), detail(status), instance(uri), traceId()));
        original.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response.build();
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 413 -> "body_too_large";
            case 415 -> "unsupported_media_type";
            default -> status < 500 ? "bad_request" : "internal_error";
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method.";
            case 406 -> "This address has no representation of the kind that Accept asks for.";
            case 413 -> "The body is larger than this address takes.";
            case 415 -> "This address does not take this kind of content.";
            default -> status < 500 ? "The request cannot be understood." : "Something went wrong on our side.";
        };
    }

    @ServerExceptionMapper
    Response broken(Exception e, UriInfo uri) {
        String traceId = traceId();
        if (Outage.isBehind(e)) {
            LOG.warnf(
                    "Refused a request: the database is away (%s, trace %s)",
                    e.getClass().getSimpleName(), traceId);
            return respond(Problem.of(
                            503,
                            "Service Unavailable",
                            "unavailable",
                            "The service cannot reach its database. Nothing was done; try again.",
                            instance(uri),
                            traceId))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        LOG.errorf(e, "A request failed (trace %s)", traceId);
        return respond(Problem.of(
                        500,
                        "Internal Server Error",
                        "internal_error",
                        "Something went wrong on our side.",
                        instance(uri),
                        traceId))
                .build();
    }

    /** Would otherwise be taken by a mapper of the framework's own. */
    @ServerExceptionMapper
    Response broken(PersistenceException e, UriInfo uri) {
        return broken((Exception) e, uri);
    }

    private static Response problem(int status, Fault fault, UriInfo uri, List<Violation> violations) {
        String title = switch (status) { // JAX-RS has no name or an old one
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> Response.Status.fromStatusCode(status).getReasonPhrase();
        };
        return respond(Problem.of(status, title, fault.code(), fault.detail(), instance(uri), traceId())
                        .with(violations))
                .build();
    }

    private static Response.ResponseBuilder respond(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static String instance(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }

    /** The trace's, where requests are traced; else one of its own, to find the request in the log by. */
    private static String traceId() {
        SpanContext trace = Span.current().getSpanContext();
        return trace.isValid()
                ? trace.getTraceId()
                : UUID.randomUUID().toString().replace("-", "");
    }
}
