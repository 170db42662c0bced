package dev.greenroom.worker.rubric;

/** What is measured between an answer and the model answer. */
public enum Feature {
    /** Mean of the best cosines of the model answer's informative tokens, those in the question counting less. */
    TOKEN_RECALL,
    /** Share of those tokens that some token of the answer comes near. */
    MATCHED_TOKENS,
    /** Cosine of the two texts as wholes. */
    COSINE,
    /** Share of the model answer's word stems, the question's left out, that the answer has. */
    STEM_RECALL,
    /** Length of the answer relative to the model answer's. */
    LENGTH
}
