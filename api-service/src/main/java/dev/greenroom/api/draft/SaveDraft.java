package dev.greenroom.api.draft;

import dev.greenroom.api.problem.Limits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The order to keep what a candidate has written so far. */
record SaveDraft(
        @Schema(examples = "You load a list with one query and then") @NotNull @Size(max = Limits.ANSWER_CHARACTERS) String text) {

    static final String EXAMPLE = """
            {"text": "You load a list with one query and then"}""";
}
