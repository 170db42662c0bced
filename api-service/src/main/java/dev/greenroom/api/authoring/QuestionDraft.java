package dev.greenroom.api.authoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of a question in the OpenAPI document, which takes its fields from the JSON schema of the bank's files. */
@Schema(
        name = "QuestionDraft",
        description = "A question as its author writes it. `required` in concepts, the weights of concepts (1 to 3)"
                + " and the rubric decide how answers are scored.")
interface QuestionDraft {}
