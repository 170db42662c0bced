package dev.greenroom.model.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.model.evaluation.ConceptState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a follow-up may be asked: either a concept of the question is in one of the given states, or all are covered.
 *
 * @param concept the concept that the follow-up probes; null for a follow-up to a complete answer
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ProbeCondition(
        @Nullable String concept, @Nullable Set<ConceptState> states, boolean allCovered) {

    public ProbeCondition {
        states = states == null || states.isEmpty()
                ? Set.of()
                // In the order of the enum: the order of Set.copyOf changes from one JVM to the next, and with it the
                // JSON.
                : Collections.unmodifiableSet(EnumSet.copyOf(states));
        if (allCovered != (concept == null) || allCovered != states.isEmpty()) {
            throw new IllegalArgumentException(
                    "A follow-up is asked for a concept in given states or when all is covered");
        }
    }

    public boolean asksAbout(String conceptId, ConceptState state) {
        return states != null && conceptId.equals(concept) && states.contains(state);
    }
}
