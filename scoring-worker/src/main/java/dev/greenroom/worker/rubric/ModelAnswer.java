package dev.greenroom.worker.rubric;

import dev.greenroom.worker.language.Word;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An answer that deserves full marks, and how near another answer comes to it in several respects. */
public final class ModelAnswer {

    /** Recall counts three times as much as precision: whoever says more than was asked for loses little. */
    private static final double BETA_SQUARED = 9;

    private static final int GRAM = 3;

    private final ReferenceText text;
    private final Set<String> trigrams;

    /** Takes a model answer with what it has become among the references of its question. */
    public ModelAnswer(String answer, String prompt, ReferenceText text) {
        this.text = text;
        Set<String> said = Word.stemsIn(answer);
        Set<String> added = new HashSet<>(said);
        added.removeAll(Word.stemsIn(prompt));
        this.trigrams = trigrams(added.isEmpty() ? said : added);
    }

    /** Measures an answer; each feature grows with the grade. */
    public Map<Feature, Double> compare(Matches matches) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.put(Feature.TOKEN_F3, f3(matches.precision(text), matches.recall(text)));
        features.put(
                Feature.TRIGRAM_RECALL,
                share(trigrams, trigrams(matches.answer().stems())));
        return features;
    }

    /** The F-measure (van Rijsbergen 1979) with β = 3. */
    private static double f3(double precision, double recall) {
        double weighted = BETA_SQUARED * precision + recall;
        return weighted <= 0 ? 0 : (1 + BETA_SQUARED) * precision * recall / weighted;
    }

    private static double share(Set<String> wanted, Set<String> said) {
        return wanted.isEmpty() ? 0 : wanted.stream().filter(said::contains).count() / (double) wanted.size();
    }

    private static Set<String> trigrams(Set<String> stems) {
        Set<String> trigrams = new HashSet<>();
        for (String stem : stems) {
            String bounded = ' ' + stem + ' ';
            for (int i = 0; i + GRAM <= bounded.length(); i++) {
                trigrams.add(bounded.substring(i, i + GRAM));
            }
        }
        return trigrams;
    }
}
