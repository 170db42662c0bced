package dev.greenroom.worker.rubric;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Vectors;
import dev.greenroom.worker.language.Word;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.ReferenceText;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The model answer of a question, and how near an answer comes to it in several respects. */
public final class ModelAnswer {

    private static final double NEAR = 0.5;

    private final ReferenceText text;
    private final float[] vector;
    private final Set<String> stems;
    private final int words;

    public ModelAnswer(String answer, Encoded encoded, ReferenceText text, String prompt) {
        this.text = text;
        this.vector = encoded.sentence();
        this.stems = new HashSet<>(Word.stemsIn(answer));
        this.stems.removeAll(Word.stemsIn(prompt));
        this.words = Word.listIn(answer).size();
    }

    /** Measures an answer; each feature grows with the grade. */
    public Map<Feature, Double> compare(Matches matches) {
        String answer = matches.answer().text();
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.put(Feature.TOKEN_RECALL, matches.recall(text));
        features.put(Feature.MATCHED_TOKENS, 1 - matches.unmatched(text, NEAR));
        features.put(
                Feature.COSINE, Vectors.dot(vector, matches.answer().encoded().sentence()));
        features.put(Feature.STEM_RECALL, stemRecall(Word.stemsIn(answer)));
        features.put(Feature.LENGTH, Math.min(1.5, Word.listIn(answer).size() / (double) Math.max(1, words)));
        return features;
    }

    private double stemRecall(Set<String> said) {
        return stems.isEmpty() ? 0 : stems.stream().filter(said::contains).count() / (double) stems.size();
    }
}
