package dev.greenroom.api.progress;

import dev.greenroom.model.evaluation.ConceptState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well a candidate masters one concept. */
record ConceptProgress(
        @Schema(examples = "django") String topic,
        @Schema(examples = "orm") String section,
        @Schema(examples = "django-orm-lazy-querysets") String questionId,
        @Schema(examples = "result-cache") String conceptId,
        @Schema(examples = "The result cache") String label,

        @Schema(
                description = "0 to 1: a mean of all observations in which the newest counts 0.4. An observation is 1"
                        + " when the concept was covered, 0.5 when partly, 0 when missed or wrong.",
                examples = "0.64")
        double mastery,

        int observations,
        ConceptState lastState,
        Instant firstSeenAt,
        Instant lastSeenAt) {}
