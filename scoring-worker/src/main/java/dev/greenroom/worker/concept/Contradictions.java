package dev.greenroom.worker.concept;

import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.Quotes;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.List;
import java.util.Optional;

/** Finds the sentence of an answer that sides most clearly with a misconception about a concept. */
final class Contradictions {

    private final ConceptTexts texts;
    private final List<Opposition> oppositions;

    Contradictions(ConceptSample sample) {
        this.texts = sample.texts();
        this.oppositions = sample.oppositions();
    }

    /**
     * The clearest contradiction.
     *
     * @param truths for each passage, how similar it is to the truth about any concept of the question
     */
    Optional<Found> find(Matches matches, double[] truths) {
        Found clearest = null;
        for (int i = 0; i < truths.length; i++) {
            AnswerText.Passage passage = matches.answer().passages().get(i);
            if (passage.to() - passage.from() > 1) {
                continue;
            }
            Optional<Found> found = findMisconception(matches, i, truths[i]);
            if (found.isPresent() && (clearest == null || found.get().clarity() > clearest.clarity())) {
                clearest = found.get();
            }
        }
        return Optional.ofNullable(clearest);
    }

    private Optional<Found> findMisconception(Matches matches, int passage, double anyTruth) {
        double truth = texts.similarity(matches, passage);
        for (Opposition opposition : oppositions) {
            double clarity = opposition.clarity(matches, passage, truth, anyTruth);
            if (clarity > 0
                    && opposition.holds(
                            matches.answer().in(matches.answer().passages().get(passage)))) {
                String correction = opposition.misconception().correction();
                return Optional.of(found(matches, passage, opposition.error(), clarity, correction));
            }
        }
        return Optional.empty();
    }

    private static Found found(Matches matches, int passage, ReferenceText text, double clarity, String correction) {
        Evidence evidence =
                Quotes.whole(matches, text, matches.answer().passages().get(passage));
        return new Found(passage, evidence, clarity, correction);
    }

    /**
     * Something wrong.
     *
     * @param clarity how clearly it takes the side of the error
     */
    record Found(int passage, Evidence evidence, double clarity, String correction) {}
}
