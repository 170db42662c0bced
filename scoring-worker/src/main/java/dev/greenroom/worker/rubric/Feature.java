package dev.greenroom.worker.rubric;

/** What is measured between an answer and the model answer. */
public enum Feature {
    /**
     * The F-measure of token recall and token precision that weighs recall three times; tokens count by how much they add
     * to the question.
     */
    TOKEN_F3,
    /** Token recall in which long tokens count more. */
    LONG_TOKEN_RECALL,
    /** Cosine of the two texts as wholes, tokens of the question counting a quarter. */
    COSINE,
    /** Share of the model answer's word stems, the question's left out, that the answer has. */
    STEM_RECALL,
    /** Share of the model answer's pairs of meaningful words that follow each other in the answer as well. */
    PAIR_RECALL,
    /** Share of the trigrams of letters in the model answer's stems that the answer's stems have: bears misspelling. */
    TRIGRAM_RECALL
}
