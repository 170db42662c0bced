package dev.greenroom.model.evaluation;

/** What an answer did with a concept. */
public enum ConceptState {
    COVERED,
    PARTIAL,
    MISSED,
    WRONG
}
