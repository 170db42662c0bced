package dev.greenroom.bench.grading;

import java.util.List;

/**
 * A short answer with the grade that people gave it.
 *
 * @param references answers that deserve full marks, the best first; never empty
 * @param score 0 to 1
 * @param label the grade in words where the data have one, such as {@code correct}; else empty
 */
record GradedAnswer(
        String dataset,
        String split,
        String questionId,
        String question,
        List<String> references,
        String answer,
        double score,
        String label) {

    GradedAnswer {
        references = List.copyOf(references);
        if (references.isEmpty()) {
            throw new IllegalArgumentException("Question %s has no reference answer".formatted(questionId));
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score of %s is not between 0 and 1".formatted(score));
        }
    }

    /** Names the question and its references: answers of the same key are judged alike. */
    String key() {
        return "%s/%s#%08x".formatted(dataset, questionId, (question + references).hashCode());
    }
}
