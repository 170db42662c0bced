package dev.greenroom.worker.concept;

import dev.greenroom.worker.language.Clause;
import dev.greenroom.worker.language.Negation;
import dev.greenroom.worker.language.Word;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.BitSet;
import java.util.List;

/** Finds the sentences of an answer that say what is true with its polarity turned, which vectors are blind to. */
public final class Polarity {

    /** Below this cosine two clauses speak of different things, and comparing their polarity punishes honest answers. */
    private static final double ALIGNED = 0.85;

    /** A denial that an answer leaves out may stand elsewhere in it, unless the rest is as good as the same. */
    private static final double ALIGNED_CLOSELY = 0.93;

    private final List<Truth> truths;

    public Polarity(List<Truth> truths) {
        this.truths = List.copyOf(truths);
    }

    /** The sentences, by index, that are called untrue or turn the true sentence nearest to them. */
    BitSet turned(Matches matches) {
        BitSet turned = new BitSet();
        List<AnswerText.Passage> passages = matches.answer().passages();
        for (int i = 0; i < passages.size(); i++) {
            AnswerText.Passage passage = passages.get(i);
            if (passage.to() - passage.from() == 1
                    && matches.answer().sentences().get(passage.from()).complete()) {
                Negation said = Negation.of(matches.answer().in(passage));
                turned.set(passage.from(), !said.reported() && (said.refused() || turns(said, matches, i)));
            }
        }
        return turned;
    }

    private boolean turns(Negation said, Matches matches, int passage) {
        Truth nearest = null;
        double highest = ALIGNED;
        for (Truth truth : truths) {
            double cosine = matches.cosine(truth.text(), passage);
            if (cosine > highest) {
                highest = cosine;
                nearest = truth;
            }
        }
        if (nearest == null) {
            return false;
        }
        Clause clause = new Clause(
                said,
                Word.stemsIn(matches.answer().in(matches.answer().passages().get(passage))));
        return clause.resembles(nearest.clause()) && clause.turns(nearest.clause(), highest > ALIGNED_CLOSELY);
    }

    /** A true sentence. */
    public record Truth(ReferenceText text, Clause clause) {

        public static Truth of(ReferenceText text, String sentence) {
            return new Truth(text, Clause.of(sentence));
        }
    }
}
