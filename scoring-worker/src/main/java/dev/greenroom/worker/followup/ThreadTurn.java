package dev.greenroom.worker.followup;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.Flag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a thread, answered and scored.
 *
 * @param followUpId null for the main turn
 * @param concepts findings on the turn's own concepts
 * @param score 0 to 100; null when the answer could not be scored
 */
public record ThreadTurn(
        @Nullable String followUpId,
        List<ConceptFinding> concepts,
        List<Flag> flags,
        @Nullable Integer score) {

    public ThreadTurn {
        concepts = List.copyOf(concepts);
        flags = List.copyOf(flags);
    }
}
