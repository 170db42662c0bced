package dev.greenroom.worker.rubric;

/** What is measured between an answer and the model answer. */
public enum Feature {
    /**
     * The F-measure of token recall and token precision that weighs recall three times; tokens count by how much they add
     * to the question.
     */
    TOKEN_F3,
    /**
     * Share of the trigrams of letters in the model answer's word stems, the question's left out, that the answer's stems
     * have: bears misspelling.
     */
    TRIGRAM_RECALL
}
