package dev.greenroom.api.draft;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer that has not been sent yet. */
@Schema(name = "Draft")
record DraftView(
        @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") String turnId,
        String text,

        @Schema(description = "When it was saved last.") Instant savedAt) {}
