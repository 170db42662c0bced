package dev.greenroom.model.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What the answer to a follow-up settled.
 *
 * @param conceptId the concept of the main question that was probed; null when the follow-up only raised the level
 * @param contradiction the words that contradict each other, exactly when the defence is {@code CONTRADICTED}
 */
public record Settlement(
        @Nullable String conceptId,
        Defence defence,
        @Nullable Contradiction contradiction) {

    public Settlement {
        if ((contradiction == null) == (defence == Defence.CONTRADICTED)) {
            throw new IllegalArgumentException("A contradiction is shown by its words, and nothing else is");
        }
    }
}
