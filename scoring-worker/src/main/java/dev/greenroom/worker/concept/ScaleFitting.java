package dev.greenroom.worker.concept;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.worker.matching.Matches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
     * @param answers the matches of the calibration answers, by band
     */
    public static Concepts fit(List<ConceptSample> concepts, Map<Band, List<Matches>> answers, Polarity polarity) {
        List<ConceptJudge> judges = concepts.stream()
                .map(concept -> new ConceptJudge(concept, scale(concept, concepts, answers)))
                .toList();
        return new Concepts(judges, polarity);
    }

    private static ConceptScale scale(
            ConceptSample concept, List<ConceptSample> concepts, Map<Band, List<Matches>> answers) {
        List<Double> strong = nearness(concept, answers.getOrDefault(Band.STRONG, List.of()));
        List<Double> weak = new ArrayList<>(nearness(concept, answers.getOrDefault(Band.WEAK, List.of())));
        weak.addAll(nearness(concept, answers.getOrDefault(Band.NO_EVIDENCE, List.of())));
        List<Double> others = new ArrayList<>();
        for (ConceptSample other : concepts) {
            if (!other.texts().concept().id().equals(concept.texts().concept().id())) {
                others.addAll(nearness(concept, other.right()));
            }
        }
        if (others.isEmpty() && weak.isEmpty()) {
            others.add(USUAL_LOW);
        }
        return ConceptScale.between(
                new ConceptScale.Samples(paraphrases(concept), strong), new ConceptScale.Samples(others, weak));
    }

    private static List<Double> nearness(ConceptSample concept, List<Matches> texts) {
        return texts.stream().map(concept.texts()::highest).toList();
    }

    /** How near each way of saying a concept comes to the other ways. */
    private static List<Double> paraphrases(ConceptSample concept) {
        List<Matches> own = concept.right();
        if (own.size() == 1) {
            return nearness(concept, own);
        }
        return IntStream.range(0, own.size())
                .mapToObj(i -> concept.texts().highestWithout(i, own.get(i)))
                .toList();
    }
}
