package dev.greenroom.api.report;

import dev.greenroom.model.evaluation.ConceptState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a concept stood when its thread was over. */
@Schema(name = "ConceptOutcome")
record ConceptOutcome(
        @Schema(examples = "django-orm-n-plus-one") String questionId,
        @Schema(examples = "prefetch") String conceptId,
        String label,
        @Schema(description = "1 to 3.", examples = "2") int weight,

        @Schema(description = "In the answer to the main question.")
        ConceptState first,

        @Schema(description = "After the follow-ups.") ConceptState state) {

    boolean hasMoreToGain() {
        return state != ConceptState.COVERED;
    }

    boolean wasLost() {
        return state == ConceptState.MISSED || state == ConceptState.WRONG;
    }

    /** How much there is to gain: errors first, then gaps, then what was half said; in each, heavy ones first. */
    int urgency() {
        return switch (state) {
            case WRONG -> 30 + weight;
            case MISSED -> 20 + weight;
            case PARTIAL -> 10 + weight;
            case COVERED -> 0;
        };
    }
}
