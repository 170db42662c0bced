package dev.greenroom.api.answer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The order to score an answer anew. */
record RescoreAnswer(
        @Schema(description = "Kept beside the answer.", examples = "The candidate disputes the score.")
        @NotNull @NotBlank @Size(max = 500) String reason) {

    static final String EXAMPLE = """
            {"reason": "The candidate disputes the score."}""";
}
