package dev.greenroom.model.evaluation;

/** Who decided the score: the embedded rubric scorer, the LLM judge, both, or the gate before them. */
public enum Scorer {
    RUBRIC,
    LLM,
    HYBRID,
    GATE
}
