package dev.greenroom.worker.concept;

import dev.greenroom.worker.language.Antonyms;
import dev.greenroom.worker.language.Negation;
import dev.greenroom.worker.language.Word;
import dev.greenroom.worker.matching.AnswerText;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Finds the sentences of an answer that say what is true with its polarity turned, which vectors are blind to. */
public final class Polarity {

    /** Below this cosine two clauses speak of different things, and comparing their polarity punishes honest answers. */
    private static final double ALIGNED = 0.85;

    /** A denial that an answer leaves out may stand elsewhere in it, unless the rest is as good as the same. */
    private static final double ALIGNED_CLOSELY = 0.93;

    /** The share of all words of two sentences that both must have. */
    private static final double SAME_WORDS = 0.65;

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
        Set<String> words =
                Word.stemsIn(matches.answer().in(matches.answer().passages().get(passage)));
        return alike(words, nearest.stems()) && turns(said, words, nearest, highest > ALIGNED_CLOSELY);
    }

    /** A sentence that denies the opposite says the same. */
    private static boolean turns(Negation said, Set<String> words, Truth truth, boolean closely) {
        boolean denies = said.denies(truth.negation());
        boolean affirms = truth.negation().denies(said);
        return Antonyms.countTurned(truth.stems(), words) % 2 == 1
                ? !denies && !affirms
                : denies || (affirms && closely);
    }

    /** Whether two sentences have so many words in common that what differs may be their polarity alone. */
    private static boolean alike(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return common >= SAME_WORDS * (one.size() + other.size() - common);
    }

    /**
     * A true sentence.
     *
     * @param stems of its meaningful words
     */
    public record Truth(ReferenceText text, Negation negation, Set<String> stems) {

        public Truth {
            stems = Set.copyOf(stems);
        }

        public static Truth of(ReferenceText text, String sentence) {
            return new Truth(text, Negation.of(sentence), Word.stemsIn(sentence));
        }
    }
}
