package dev.greenroom.api.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The order to tell an endpoint what happens. */
@Schema(name = "CreateWebhook")
record CreateWebhook(
        @Schema(
                description = "Where to send: https, at an address on the public internet.",
                examples = "https://example.com/hooks/greenroom")
        @NotNull @Size(max = 2000) String url,

        @Schema(description = "Which types of events to send; `*` is every type, those of later releases included.")
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Size(max = 50) String> events,

        @Schema(description = "For people: what the endpoint is for.", examples = "the learning platform")
        @Size(max = 200) @Nullable String description,

        @Schema(description = "Whether to send already.", defaultValue = "true") @Nullable Boolean enabled) {

    static final String EXAMPLE = """
            {"url": "https://example.com/hooks/greenroom", "events": ["answer.scored", "session.completed"], \
            "description": "the learning platform"}""";

    String descriptionOr() {
        return description == null ? "" : description;
    }

    boolean enabledOr() {
        return enabled == null || enabled;
    }
}
