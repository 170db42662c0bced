package dev.greenroom.worker.rubric;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.concept.ConceptResult;
import dev.greenroom.worker.language.WordOrder;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the criteria are computed from; all from 0 to 1.
 *
 * @param coverage support of the concepts by weight, required ones counting more; the grade where there are none
 * @param breadth support of the concepts that go beyond the required ones; the same as coverage where there are none
 * @param wrong share of the concepts, by weight, about which the answer says something wrong
 * @param grade nearness to the model answer as a grade
 * @param order 1 for prose, less for lists of keywords and shuffled words
 */
record Signals(double coverage, double breadth, double wrong, double grade, double order) {

    private static final double REQUIRED = 1.5;
    private static final double NOWHERE = 0.08;

    static Signals of(List<ConceptResult> concepts, double grade, WordOrder order) {
        if (concepts.isEmpty()) {
            return new Signals(grade, grade, 0, grade, order == WordOrder.SHUFFLED ? worth(order) : 1);
        }
        double coverage = mean(concepts, Signals::credit);
        List<ConceptResult> optional =
                concepts.stream().filter(result -> !result.concept().required()).toList();
        return new Signals(
                coverage,
                optional.isEmpty() ? coverage : mean(optional, Signals::credit),
                mean(concepts, result -> result.state() == ConceptState.WRONG ? 1 : 0),
                grade,
                worth(order));
    }

    private static double worth(WordOrder order) {
        return switch (order) {
            case PROSE -> 1;
            case KEYWORDS -> 0.55;
            case SHUFFLED -> 0.4;
        };
    }

    /** Whether the answer neither supports a concept nor comes near the model answer. */
    boolean offTopic() {
        return coverage < NOWHERE && grade < NOWHERE;
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
            double weight = weight(result.concept());
            sum += weight * value.applyAsDouble(result);
            total += weight;
        }
        return total == 0 ? 0 : sum / total;
    }

    private static double weight(Concept concept) {
        return concept.weight() * (concept.required() ? REQUIRED : 1);
    }
}
