package dev.greenroom.api.access.key;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The order to replace an API key. */
@Schema(name = "RotateApiKey")
record RotateKey(
        @Schema(
                description = "How long the old key works beside the new one, 30 days at most.",
                defaultValue = "86400000")
        @Min(0) @Max(2_592_000_000L) @Nullable Long overlapMs) {

    static final String EXAMPLE = """
            {"overlapMs": 3600000}""";

    Duration overlapOr(Duration otherwise) {
        return overlapMs == null ? otherwise : Duration.ofMillis(overlapMs);
    }
}
