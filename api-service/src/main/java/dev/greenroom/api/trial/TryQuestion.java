package dev.greenroom.api.trial;

import dev.greenroom.api.problem.Limits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The order to score a sample answer. */
record TryQuestion(
        @Schema(examples = "A QuerySet is lazy: nothing is sent until I loop over it.")
        @NotBlank @Size(max = Limits.ANSWER_CHARACTERS) String text,

        @Schema(
                description = "The follow-up that the sample answers; the main question when left out.",
                examples = "why-lazy")
        @Size(min = 1, max = 64) @Nullable String followUpId) {

    static final String EXAMPLE = """
            {"text": "I count the queries in a test first. Then select_related joins the foreign key."}""";
}
