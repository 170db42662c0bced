package dev.greenroom.worker.concept;

import dev.greenroom.model.question.Misconception;
import dev.greenroom.worker.language.Negation;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.List;

/**
 * A misconception against the truth. The two share most of their words, so what counts are the words by which they
 * differ.
 *
 * @param error the misconception
 * @param errorOnly the misconception, weighed by what the truth doesn't say
 * @param truthOnly the ways to say the truth, weighed by what the misconception doesn't say
 */
record Opposition(
        Misconception misconception, ReferenceText error, ReferenceText errorOnly, List<ReferenceText> truthOnly) {

    private static final double SIMILAR = 0.6;
    private static final double CLEAR = 0.52;
    private static final double FEWEST_DIFFERENCES = 0.25;

    Opposition {
        truthOnly = List.copyOf(truthOnly);
    }

    /**
     * How clearly a passage takes the side of the error, above 0 when it does.
     *
     * @param truth how similar the passage is to the truth
     * @param anyTruth how similar it is to the truth about any concept
     */
    double clarity(Matches matches, int passage, double truth, double anyTruth) {
        double similarity = matches.similarity(error, passage);
        if (similarity < SIMILAR || similarity <= anyTruth || errorOnly.totalWeight() < FEWEST_DIFFERENCES) {
            return 0;
        }
        AnswerText.Passage place = matches.answer().passages().get(passage);
        double contrast = matches.recall(errorOnly, place)
                - truthOnly.stream()
                        .mapToDouble(text -> matches.recall(text, place))
                        .max()
                        .orElse(0);
        return contrast + (similarity - truth) + (similarity - SIMILAR) - CLEAR;
    }

    /** Whether the words of a passage affirm what the misconception affirms, in their author's own name. */
    boolean holds(String said) {
        Negation negation = Negation.of(said);
        return !negation.reported()
                && negation.denies() == Negation.of(misconception.statement()).denies();
    }
}
