package dev.greenroom.worker.concept;

import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.Misconception;
import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.ReferenceText;
import dev.greenroom.worker.matching.References;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ways to say a concept right and wrong, as references.
 *
 * @param right the statement and its paraphrases
 * @param wrong the misconceptions, in the concept's order
 */
public record ConceptTexts(Concept concept, List<ReferenceText> right, List<ReferenceText> wrong) {

    public ConceptTexts {
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
    }

    /** Puts the texts of a concept among the references. */
    public static ConceptTexts of(Concept concept, References.Builder references, Function<String, Encoded> encoder) {
        return new ConceptTexts(
                concept,
                sayings(concept).stream().map(encoder).map(references::add).toList(),
                concept.misconceptions().stream()
                        .map(misconception -> references.add(encoder.apply(misconception.statement())))
                        .toList());
    }

    /** The statement and its paraphrases as they are written. */
    public List<String> listRight() {
        return sayings(concept);
    }

    /** The misconceptions as they are written. */
    public List<String> listWrong() {
        return concept.misconceptions().stream().map(Misconception::statement).toList();
    }

    private static List<String> sayings(Concept concept) {
        return Stream.concat(Stream.of(concept.statement()), concept.paraphrases().stream())
                .toList();
    }

    /** How near a passage comes to the concept, on a scale of its own. */
    double nearness(Matches matches, int passage) {
        return nearness(matches, passage, right);
    }

    /** The highest nearness of any passage, one way of saying it left out. */
    double highestWithout(int left, Matches matches) {
        List<ReferenceText> others = new ArrayList<>(right);
        others.remove(left);
        return highest(matches, others);
    }

    double highest(Matches matches) {
        return highest(matches, right);
    }

    private static double highest(Matches matches, List<ReferenceText> texts) {
        double highest = 0;
        for (int i = 0; i < matches.answer().passages().size(); i++) {
            highest = Math.max(highest, nearness(matches, i, texts));
        }
        return highest;
    }

    /** Midway between the best and the mean of the ways: one alone can be near by chance. */
    private static double nearness(Matches matches, int passage, List<ReferenceText> texts) {
        double sum = 0;
        double best = 0;
        for (ReferenceText text : texts) {
            double similarity = matches.similarity(text, passage);
            sum += similarity;
            best = Math.max(best, similarity);
        }
        return (best + sum / texts.size()) / 2;
    }

    /** How similar a passage is to the nearest way of saying the concept right. */
    double similarity(Matches matches, int passage) {
        double highest = 0;
        for (ReferenceText text : right) {
            highest = Math.max(highest, matches.similarity(text, passage));
        }
        return highest;
    }
}
