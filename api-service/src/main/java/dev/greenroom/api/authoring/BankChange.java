package dev.greenroom.api.authoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import has done. */
@Schema(name = "QuestionBankChange")
record BankChange(
        @Schema(description = "Questions that are new, or back from the archive.", examples = "3")
        int created,

        @Schema(description = "Questions with a new published version.", examples = "1")
        int changed,

        @Schema(description = "Questions that are as they were.", examples = "20")
        int unchanged,

        @Schema(description = "Questions that the document does not name any more.", examples = "0")
        int archived) {}
