package dev.greenroom.api.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes, for every operation, the errors that every operation of its kind can answer with. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonResponses implements OASFilter {

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        paths.forEach(
                (path, item) -> item.getOperations().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        boolean posts = method == PathItem.HttpMethod.POST;
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("400", "The request cannot be read.");
        errors.put("401", "There is no valid API key.");
        if (path.contains("{")) {
            errors.put("404", "There is no such thing, or not for this caller.");
        }
        if (posts || path.endsWith("/evaluations")) {
            errors.put("409", "The request does not fit the state of the thing.");
        }
        if (operation.getRequestBody() != null) {
            errors.put("413", "The body is too large.");
            errors.put("415", "The body is not JSON.");
        }
        errors.put("422", "The request can be read, but a value is not acceptable.");
        errors.put("500", "Something went wrong on our side.");
        errors.put("503", "The service cannot work right now; nothing was done.");
        errors.forEach((status, description) -> {
            if (operation.getResponses().getAPIResponse(status) == null) {
                operation.getResponses().addAPIResponse(status, error(status, description));
            }
        });
    }

    private static APIResponse error(String status, String description) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
        if (status.equals("503")) {
            Header retryAfter = OASFactory.createHeader()
                    .description("Seconds to wait before trying again.")
                    .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)));
            response.addHeader("Retry-After", retryAfter);
        }
        return response;
    }
}
