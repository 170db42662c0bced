package dev.greenroom.worker.concept;

import java.util.List;

/**
 * What an answer says about the concepts of its question.
 *
 * @param concepts one result for each concept, in the question's order
 * @param denied the share of the answer, by words, that says the opposite of something true; 0 to 1
 */
public record Judgement(List<ConceptResult> concepts, double denied) {

    public Judgement {
        concepts = List.copyOf(concepts);
    }

    /** Whether the answer contradicts itself about a concept. */
    public boolean contradictsItself() {
        return concepts.stream().anyMatch(ConceptResult::contradictsItself);
    }
}
