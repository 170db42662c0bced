package dev.greenroom.api.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The order to give a session to a candidate. */
record ClaimSession(
        @Schema(description = "Your own name for the candidate.", examples = "user-42") @NotBlank @Size(max = 200) String candidateRef) {

    static final String EXAMPLE = """
            {"candidateRef": "user-42"}""";
}
