package dev.greenroom.api.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The order to change an endpoint. What it leaves out stays as it is. */
@Schema(name = "ChangeWebhook")
record ChangeWebhook(
        @Schema(examples = "https://example.com/hooks/greenroom") @Size(max = 2000) @Nullable
        String url,

        @Schema(description = "The types of events to send from now on.") @Size(min = 1, max = 50) @Nullable List<@NotNull @Size(max = 50) String> events,

        @Size(max = 200) @Nullable String description,

        @Schema(
                description =
                        "`true` also starts again what was switched off because it failed; what waits is sent then.")
        @Nullable Boolean enabled) {

    static final String EXAMPLE = """
            {"enabled": true}""";
}
