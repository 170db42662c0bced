package dev.greenroom.worker.concept;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.Quotes;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.BitSet;
import java.util.Optional;

/** Judges one concept. */
final class ConceptJudge {

    private static final double COVERED = 0.85;
    private static final double PARTIAL = 0.35;

    /** What a longer passage must gain before it is preferred to a shorter one, by sentence. */
    private static final double COST_OF_LENGTH = 0.02;

    private final ConceptTexts texts;
    private final ConceptScale scale;
    private final Contradictions contradictions;

    ConceptJudge(ConceptSample sample, ConceptScale scale) {
        this.texts = sample.texts();
        this.scale = scale;
        this.contradictions = new Contradictions(sample);
    }

    ConceptTexts texts() {
        return texts;
    }

    private Concept concept() {
        return texts.concept();
    }

    ConceptResult judge(Matches matches, Context context) {
        int passage = bestPassage(matches);
        double support = scale.support(texts.nearness(matches, passage));
        ConceptState state = state(support, context.explained());
        Optional<Contradictions.Found> found =
                context.explained() ? contradictions.find(matches, context.truths()) : Optional.empty();
        if (found.isPresent()) {
            return disputed(found.get(), support, state, passage, matches);
        }
        if (state == ConceptState.MISSED) {
            return ConceptResult.missed(concept(), support);
        }
        return turned(matches.answer().passages().get(passage), context)
                ? denied(matches, passage, support)
                : new ConceptResult(concept(), state, support, evidence(matches, passage), null);
    }

    private static boolean turned(AnswerText.Passage passage, Context context) {
        int first = context.turned().nextSetBit(passage.from());
        return first >= 0 && first < passage.to();
    }

    private ConceptResult denied(Matches matches, int passage, double support) {
        Evidence evidence = Quotes.whole(
                matches, nearest(matches, passage), matches.answer().passages().get(passage));
        ConceptResult.Mistake mistake =
                new ConceptResult.Mistake(evidence, concept().statement());
        return new ConceptResult(concept(), ConceptState.WRONG, support, evidence, mistake);
    }

    /** A mistake weighs less where the answer makes the point fully in other words of its own. */
    private ConceptResult disputed(
            Contradictions.Found found, double support, ConceptState state, int passage, Matches matches) {
        ConceptResult.Mistake mistake = new ConceptResult.Mistake(found.evidence(), found.correction());
        if (state == ConceptState.COVERED && apart(matches.answer(), passage, found.passage())) {
            return new ConceptResult(concept(), ConceptState.PARTIAL, support, evidence(matches, passage), mistake);
        }
        return new ConceptResult(concept(), ConceptState.WRONG, support, found.evidence(), mistake);
    }

    private static boolean apart(AnswerText answer, int one, int other) {
        AnswerText.Passage a = answer.passages().get(one);
        AnswerText.Passage b = answer.passages().get(other);
        return a.to() <= b.from() || b.to() <= a.from();
    }

    private static ConceptState state(double support, boolean explained) {
        if (support < PARTIAL) {
            return ConceptState.MISSED;
        }
        return support < COVERED || !explained ? ConceptState.PARTIAL : ConceptState.COVERED;
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
        return Quotes.tightest(
                matches, nearest(matches, passage), matches.answer().passages().get(passage));
    }

    private ReferenceText nearest(Matches matches, int passage) {
        ReferenceText nearest = texts.right().getFirst();
        for (ReferenceText text : texts.right()) {
            if (matches.similarity(text, passage) > matches.similarity(nearest, passage)) {
                nearest = text;
            }
        }
        return nearest;
    }

    /** What is known of an answer apart from this concept. */
    static final class Context {

        private final double[] truths;
        private final BitSet turned;
        private final boolean explained;

        Context(double[] truths, BitSet turned, boolean explained) {
            this.truths = truths;
            this.turned = turned;
            this.explained = explained;
        }

        /** For each passage, how similar it is to the truth about any concept of the question. */
        double[] truths() {
            return truths;
        }

        /** The sentences that say the opposite of something true. */
        BitSet turned() {
            return turned;
        }

        /** Whether the answer is made of sentences that are about its question. */
        boolean explained() {
            return explained;
        }
    }
}
