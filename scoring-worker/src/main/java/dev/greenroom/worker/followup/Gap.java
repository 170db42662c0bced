package dev.greenroom.worker.followup;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.question.Concept;
import java.util.Comparator;

/** A concept of the question that the thread has not settled. */
record Gap(Concept concept, ConceptState state) {

    static final Comparator<Gap> MOST_VALUABLE_FIRST = Comparator.comparingInt(Gap::rank)
            .thenComparing(gap -> gap.concept().weight(), Comparator.reverseOrder());

    Trigger trigger() {
        return switch (state) {
            case WRONG -> Trigger.WRONG_CONCEPT;
            case PARTIAL -> Trigger.PARTIAL_CONCEPT;
            case MISSED -> Trigger.MISSED_CONCEPT;
            case COVERED -> throw new IllegalStateException("A covered concept is no gap");
        };
    }

    private int rank() {
        return switch (state) {
            case WRONG -> 0;
            case PARTIAL -> concept.required() ? 1 : 4;
            case MISSED -> concept.required() ? 2 : 3;
            case COVERED -> 5;
        };
    }
}
