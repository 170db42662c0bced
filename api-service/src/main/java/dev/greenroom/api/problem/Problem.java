package dev.greenroom.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Problem details for HTTP APIs (RFC 9457), with this API's extensions. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "Problem details (RFC 9457).")
public record Problem(
        @Schema(examples = "https://greenroom.dev/problems/turn_already_answered")
        String type,

        @Schema(examples = "Conflict") String title,
        @Schema(examples = "409") int status,

        @Schema(examples = "The turn has an answer already.")
        String detail,

        @Schema(examples = "/v1/sessions/ses_01kB2m9fQ8Zr5tYw3xVn7L/answers") @Nullable String instance,

        @Schema(description = "Stable and machine-readable.", examples = "turn_already_answered")
        String code,

        @Schema(description = "Names this failure in the service's logs.")
        String traceId,

        @Schema(description = "What is wrong with which part of the request.")
        List<Violation> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_BASE = "https://greenroom.dev/problems/";

    static Problem of(int status, String title, String code, String detail, @Nullable String instance, String traceId) {
        return new Problem(TYPE_BASE + code, title, status, detail, instance, code, traceId, List.of());
    }

    Problem with(List<Violation> violations) {
        return new Problem(type, title, status, detail, instance, code, traceId, violations);
    }
}
