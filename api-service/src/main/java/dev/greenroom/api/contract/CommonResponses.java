package dev.greenroom.api.contract;

import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.POST;
import static org.eclipse.microprofile.openapi.models.PathItem.HttpMethod.PUT;

import dev.greenroom.api.problem.Problem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes, for every operation, the errors that every operation of its kind can answer with. */
final class CommonResponses {

    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String PLACE = "#/components/responses/";

    private CommonResponses() {}

    /** What a request can get for an answer instead. */
    enum Refusal {
        BAD_REQUEST("BadRequest", "400", "The request cannot be read."),
        UNAUTHORIZED("Unauthorized", "401", "There is no valid API key or session token."),
        FORBIDDEN("Forbidden", "403", "The API key or session token does not open this."),
        NOT_FOUND("NotFound", "404", "There is no such thing, or not for this caller."),
        NOT_ACCEPTABLE("NotAcceptable", "406", "There is no representation of the kind that `Accept` asks for."),
        CONFLICT("Conflict", "409", "The request does not fit the state of the thing."),
        PRECONDITION_FAILED("PreconditionFailed", "412", "It has changed since (`If-Match`)."),
        CONTENT_TOO_LARGE("ContentTooLarge", "413", "The body is too large."),
        URI_TOO_LONG("UriTooLong", "414", "The address is too long."),
        UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaType", "415", "The body is of another kind than this address takes."),
        UNPROCESSABLE_CONTENT("UnprocessableContent", "422", "The request can be read, but a value is not acceptable."),
        PRECONDITION_REQUIRED(
                "PreconditionRequired", "428", "`If-Match` has to say which state the change was made for."),
        TOO_MANY_REQUESTS("TooManyRequests", "429", "The caller asks too often."),
        HEADER_FIELDS_TOO_LARGE(
                "HeaderFieldsTooLarge", "431", "There are too many header fields, or too much is in them."),
        INTERNAL_SERVER_ERROR("InternalServerError", "500", "Something went wrong on our side."),
        SERVICE_UNAVAILABLE("ServiceUnavailable", "503", "The service cannot work right now; nothing was done.");

        private final String component;
        private final String status;
        private final String description;

        Refusal(String component, String status, String description) {
            this.component = component;
            this.status = status;
            this.description = description;
        }
    }

    static void addTo(OpenAPI document) {
        for (Refusal refusal : Refusal.values()) {
            APIResponse response = response(refusal);
            CommonHeaders.addTo(refusal.status, response);
            document.getComponents().addResponse(refusal.component, response);
        }
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        paths.forEach((path, item) -> item.getOperations()
                .forEach((method, operation) ->
                        possible(path, method, operation).forEach(refusal -> describe(refusal, operation))));
    }

    private static APIResponse response(Refusal refusal) {
        return OASFactory.createAPIResponse()
                .description(refusal.description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Set<Refusal> possible(String path, PathItem.HttpMethod method, Operation operation) {
        Set<Refusal> refusals = EnumSet.allOf(Refusal.class);
        boolean conditional = Reachable.takes(operation, "If-Match");
        keepIf(path.contains("{"), refusals, Refusal.NOT_FOUND);
        keepIf(answersWithABody(operation), refusals, Refusal.NOT_ACCEPTABLE);
        boolean draft = method == PUT && path.endsWith("/draft");
        boolean waits = path.endsWith("/evaluations") || path.endsWith("/report");
        keepIf(method == POST || draft || waits, refusals, Refusal.CONFLICT);
        keepIf(conditional, refusals, Refusal.PRECONDITION_FAILED);
        keepIf(conditional && method == PUT, refusals, Refusal.PRECONDITION_REQUIRED);
        keepIf(operation.getRequestBody() != null, refusals, Refusal.CONTENT_TOO_LARGE, Refusal.UNSUPPORTED_MEDIA_TYPE);
        return refusals;
    }

    private static void keepIf(boolean possible, Set<Refusal> refusals, Refusal... some) {
        if (!possible) {
            refusals.removeAll(Set.of(some));
        }
    }

    private static boolean answersWithABody(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .anyMatch(response -> response.getContent() != null);
    }

    /** Leaves alone what a route says itself; the framework's words for 401 and 403 come without a body. */
    private static void describe(Refusal refusal, Operation operation) {
        APIResponse own = operation.getResponses().getAPIResponse(refusal.status);
        if (own == null || own.getContent() == null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            refusal.status, OASFactory.createAPIResponse().ref(PLACE + refusal.component));
        }
    }
}
