package dev.greenroom.worker.concept;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.worker.matching.Matches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits the scale of each concept of a question from texts whose standing is known: thresholds that fit one concept don't
 * fit another.
 */
public final class ScaleFitting {

    private static final double USUAL_LOW = 0.3;

    private ScaleFitting() {}

    /**
     * Makes the judges of a question.
     *
     * @param own the matches of each concept's right texts, in the order of the concept's texts
     * @param answers the matches of the calibration answers, by band
     */
    public static Concepts fit(
            List<ConceptTexts> concepts, Map<ConceptTexts, List<Matches>> own, Map<Band, List<Matches>> answers) {
        return new Concepts(concepts.stream()
                .map(concept -> new ConceptJudge(concept, scale(concept, own, answers)))
                .toList());
    }

    private static ConceptScale scale(
            ConceptTexts concept, Map<ConceptTexts, List<Matches>> own, Map<Band, List<Matches>> answers) {
        List<Double> strong = nearness(concept, answers.getOrDefault(Band.STRONG, List.of()));
        List<Double> weak = new ArrayList<>(nearness(concept, answers.getOrDefault(Band.WEAK, List.of())));
        weak.addAll(nearness(concept, answers.getOrDefault(Band.NO_EVIDENCE, List.of())));
        List<Double> others = new ArrayList<>();
        own.forEach((other, texts) -> {
            if (!other.equals(concept)) {
                others.addAll(nearness(concept, texts));
            }
        });
        if (others.isEmpty() && weak.isEmpty()) {
            others.add(USUAL_LOW);
        }
        return ConceptScale.between(
                new ConceptScale.Samples(paraphrases(concept, own.getOrDefault(concept, List.of())), strong),
                new ConceptScale.Samples(others, weak));
    }

    private static List<Double> nearness(ConceptTexts concept, List<Matches> texts) {
        return texts.stream().map(concept::highest).toList();
    }

    /** How near each way of saying a concept comes to the other ways. */
    private static List<Double> paraphrases(ConceptTexts concept, List<Matches> own) {
        List<Double> nearness = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            nearness.add(own.size() == 1 ? concept.highest(own.get(i)) : concept.highestWithout(i, own.get(i)));
        }
        return nearness;
    }
}
