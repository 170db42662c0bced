package dev.greenroom.api.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes the headers that responses of a kind have in common. */
final class CommonHeaders {

    private static final String PLACE = "#/components/headers/";

    private static final Map<String, String> TEXTS = Map.of(
            "Access-Control-Allow-Origin", "The page's origin, where it is one that may read this.",
            "ETag", "Names this state, for `If-None-Match` and `If-Match`.",
            "Idempotency-Replayed", "`true` when this is the first response once more.",
            "Link", "The next page, as `rel=\"next\"` (RFC 8288); absent on the last.",
            "Location", "Where the thing is from now on.",
            "WWW-Authenticate", "How to authenticate (RFC 9110).");

    private CommonHeaders() {}

    static void addTo(OpenAPI document) {
        // In the same order each time, so that the document shows what has changed and nothing else.
        new TreeMap<>(TEXTS)
                .forEach((name, description) -> document.getComponents().addHeader(name, header(description, text())));
        document.getComponents().addHeader("Retry-After", header("Seconds to wait before trying again.", integer()));
        Reachable.operations(document).forEach(CommonHeaders::describe);
    }

    private static void describe(Operation operation) {
        boolean revalidates = operation.getResponses().hasAPIResponse("304");
        if (revalidates) {
            operation.addParameter(OASFactory.createParameter()
                    .name("If-None-Match")
                    .in(Parameter.In.HEADER)
                    .description("The `ETag` of the client's copy: 304 says that it is still right.")
                    .schema(text()));
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null) {
                addTo(status, response);
                describe(operation, revalidates, status, response);
            }
        });
    }

    private static void describe(Operation operation, boolean revalidates, String status, APIResponse response) {
        boolean good = status.startsWith("2");
        if (good && Reachable.takes(operation, "Idempotency-Key")) {
            refer("Idempotency-Replayed", response);
        }
        if (good && Reachable.takes(operation, "cursor")) {
            refer("Link", response);
        }
        if (status.equals("304") || (good && (revalidates || Reachable.takes(operation, "If-Match")))) {
            refer("ETag", response);
        }
    }

    /** Adds what responses of this status have, whatever the operation. */
    static void addTo(String status, APIResponse response) {
        refer("Access-Control-Allow-Origin", response);
        // Whoever is known is counted.
        if (!status.equals("401") && !status.startsWith("5")) {
            refer("RateLimit-Policy", response);
            refer("RateLimit", response);
        }
        switch (status) {
            case "201", "202" -> refer("Location", response);
            case "401" -> refer("WWW-Authenticate", response);
            case "429", "503" -> refer("Retry-After", response);
            default -> {}
        }
    }

    private static void refer(String header, APIResponse response) {
        response.addHeader(header, OASFactory.createHeader().ref(PLACE + header));
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Schema integer() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER));
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
