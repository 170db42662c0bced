package dev.greenroom.worker.judge.blend;

import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.language.Word;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which quotes may raise a concept above what the rubric found: those that share words with it. A judge that was talked
 * into full marks can quote what it likes, but only what stands in the answer.
 */
final class Support {

    private static final int FOR_A_PART = 1;
    private static final int FOR_ALL = 2;

    private final boolean mayRaise;

    /** @param mayRaise false where the answer is under suspicion or is no prose: then nothing is raised */
    Support(boolean mayRaise) {
        this.mayRaise = mayRaise;
    }

    List<Evidence> forAPart(Concept concept, List<Evidence> quotes) {
        return sharing(concept, quotes, FOR_A_PART);
    }

    List<Evidence> forAll(Concept concept, List<Evidence> quotes) {
        return sharing(concept, quotes, FOR_ALL);
    }

    private List<Evidence> sharing(Concept concept, List<Evidence> quotes, int words) {
        if (!mayRaise) {
            return List.of();
        }
        Set<String> stems = stems(concept);
        return quotes.stream()
                .filter(quote -> Word.stemsIn(quote.quote()).stream()
                                .filter(stems::contains)
                                .count()
                        >= words)
                .toList();
    }

    private static Set<String> stems(Concept concept) {
        Set<String> stems = new TreeSet<>(Word.stemsIn(concept.statement()));
        concept.paraphrases().forEach(text -> stems.addAll(Word.stemsIn(text)));
        concept.terms().forEach(text -> stems.addAll(Word.stemsIn(text)));
        return stems;
    }
}
