package dev.greenroom.worker.rubric;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.worker.concept.ConceptResult;
import dev.greenroom.worker.language.WordOrder;
import dev.greenroom.worker.matching.Manner;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the criteria are computed from; all from 0 to 1.
 *
 * @param coverage support of the concepts by weight, required ones counting more; the grade where there are none
 * @param breadth support of the concepts that go beyond the required ones; the same as coverage where there are none
 * @param wrong share of the concepts, by weight, about which the answer says something wrong
 * @param grade nearness to the model answer as a grade
 * @param worth 1 for prose, less for lists of keywords and shuffled words, and for what hardly speaks of the question
 * @param lost whether the answer speaks at length of other things
 */
record Signals(double coverage, double breadth, double wrong, double grade, double worth, boolean lost) {

    private static final double NOWHERE = 0.08;

    static Signals of(List<ConceptResult> concepts, double grade, Manner manner) {
        double worth = manner.focus().worth() * worth(manner.order(), concepts.isEmpty());
        if (concepts.isEmpty()) {
            return new Signals(grade, grade, 0, grade, worth, manner.focus().lost());
        }
        double coverage = mean(concepts, Signals::credit);
        List<ConceptResult> optional =
                concepts.stream().filter(result -> !result.concept().required()).toList();
        return new Signals(
                coverage,
                optional.isEmpty() ? coverage : mean(optional, Signals::credit),
                mean(concepts, result -> result.state() == ConceptState.WRONG ? 1 : 0),
                grade,
                worth,
                manner.focus().lost());
    }

    /** People gave terse lists good marks where only the facts counted. */
    private static double worth(WordOrder order, boolean factsOnly) {
        return switch (order) {
            case PROSE -> 1;
            case KEYWORDS -> factsOnly ? 1 : 0.55;
            case SHUFFLED -> 0.4;
        };
    }

    /** Whether the answer speaks of other things, or neither supports a concept nor comes near the model answer. */
    boolean offTopic() {
        return lost || (coverage < NOWHERE && grade < NOWHERE);
    }

    private static double credit(ConceptResult result) {
        return switch (result.state()) {
            case WRONG -> 0;
            case PARTIAL -> result.mistake() == null ? clamped(result) : clamped(result) / 2;
            case COVERED, MISSED -> clamped(result);
        };
    }

    private static double clamped(ConceptResult result) {
        return Math.clamp(result.support(), 0, 1);
    }

    private static double mean(List<ConceptResult> concepts, ToDoubleFunction<ConceptResult> value) {
        double sum = 0;
        double total = 0;
        for (ConceptResult result : concepts) {
            double weight = result.importance();
            sum += weight * value.applyAsDouble(result);
            total += weight;
        }
        return total == 0 ? 0 : sum / total;
    }
}
