package dev.greenroom.model.evaluation;

import java.util.List;

/** What an answer did with one concept; everything but {@code MISSED} shows its evidence. */
public record ConceptFinding(String id, String label, ConceptState state, int weight, List<Evidence> evidence) {

    public ConceptFinding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty() != (state == ConceptState.MISSED)) {
            throw new IllegalArgumentException("Concept %s is %s with %d quotes".formatted(id, state, evidence.size()));
        }
    }
}
