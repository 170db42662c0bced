package dev.greenroom.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Answers with a problem where the REST layer has not begun with a request. */
@ApplicationScoped
public class EarlyProblems {

    private final ObjectMapper json;

    EarlyProblems(ObjectMapper json) {
        this.json = json;
    }

    /** The request cannot be served for now; what it asks for has not begun. */
    public void refuseOverloaded(RoutingContext context, String detail, int retryAfterSeconds) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        refuse(context, 503, "Service Unavailable", "overloaded", detail);
    }

    /** The page that asks is none of those that may. */
    public void refuseForeign(RoutingContext context, String detail) {
        refuse(context, 403, "Forbidden", "origin_not_allowed", detail);
    }

    void refuseMalformed(RoutingContext context, String code, String detail) {
        refuse(context, 400, "Bad Request", code, detail);
    }

    /** The request is too much of something; what is left of it is not read. */
    void refuseTooLarge(RoutingContext context, int status, String title, String code, String detail) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(context, status, title, code, detail);
    }

    private void refuse(RoutingContext context, int status, String title, String code, String detail) {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        Problem problem =
                Problem.of(status, title, code, detail, context.request().path(), traceId);
        HttpServerResponse response =
                context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        try {
            response.end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
