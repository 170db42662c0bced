package dev.greenroom.worker.concept;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.Quotes;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.Optional;

/** Judges one concept. */
final class ConceptJudge {

    private static final double COVERED = 0.75;
    private static final double PARTIAL = 0.35;

    /** What a longer passage must gain before it is preferred to a shorter one, by sentence. */
    private static final double COST_OF_LENGTH = 0.02;

    private final ConceptTexts texts;
    private final ConceptScale scale;
    private final Contradictions contradictions;

    ConceptJudge(ConceptTexts texts, ConceptScale scale) {
        this.texts = texts;
        this.scale = scale;
        this.contradictions = new Contradictions(texts, scale);
    }

    Concept concept() {
        return texts.concept();
    }

    ConceptResult judge(Matches matches, boolean prose) {
        int passage = bestPassage(matches);
        double support = scale.support(texts.nearness(matches, passage));
        ConceptState state = state(support, prose);
        Optional<Contradictions.Found> found = prose ? contradictions.find(matches) : Optional.empty();
        if (found.isPresent()) {
            return disputed(found.get(), support, state, passage, matches);
        }
        Evidence evidence = state == ConceptState.MISSED ? null : evidence(matches, passage);
        return new ConceptResult(concept(), state, support, evidence, null);
    }

    /** An error weighs less where the answer makes the point fully in other words of its own. */
    private ConceptResult disputed(
            Contradictions.Found found, double support, ConceptState state, int passage, Matches matches) {
        ConceptResult.Mistake error = new ConceptResult.Mistake(found.evidence(), found.correction());
        if (state == ConceptState.COVERED && apart(matches.answer(), passage, found.passage())) {
            return new ConceptResult(concept(), ConceptState.PARTIAL, support, evidence(matches, passage), error);
        }
        return new ConceptResult(concept(), ConceptState.WRONG, support, found.evidence(), error);
    }

    private static boolean apart(AnswerText answer, int one, int other) {
        AnswerText.Passage a = answer.passages().get(one);
        AnswerText.Passage b = answer.passages().get(other);
        return a.to() <= b.from() || b.to() <= a.from();
    }

    private static ConceptState state(double support, boolean prose) {
        if (support < PARTIAL) {
            return ConceptState.MISSED;
        }
        return support < COVERED || !prose ? ConceptState.PARTIAL : ConceptState.COVERED;
    }

    private int bestPassage(Matches matches) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < matches.answer().passages().size(); i++) {
            AnswerText.Passage passage = matches.answer().passages().get(i);
            double value = texts.nearness(matches, i) - COST_OF_LENGTH * (passage.to() - passage.from() - 1);
            if (value > highest) {
                highest = value;
                best = i;
            }
        }
        return best;
    }

    private Evidence evidence(Matches matches, int passage) {
        ReferenceText nearest = texts.right().getFirst();
        for (ReferenceText text : texts.right()) {
            if (ConceptTexts.similarity(matches, text, passage) > ConceptTexts.similarity(matches, nearest, passage)) {
                nearest = text;
            }
        }
        return Quotes.tightest(matches, nearest, matches.answer().passages().get(passage));
    }
}
