package dev.greenroom.model.interview;

/** Who put a follow-up into the words in which it is asked. */
public enum Phrasing {
    /** The author of the question. */
    CURATED,
    /** A language model, on the candidate's own words. */
    LLM
}
