package dev.greenroom.worker.rubric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.greenroom.model.digest.Sha256;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much better people grade the answers to some questions than features tell, or worse: what fitting has learned about
 * the very questions that it saw, and about no other. Questions are named by a digest, so that a model gives none of their
 * texts away. Immutable.
 */
public final class QuestionEffects {

    /** Nothing is known of any question. */
    public static final QuestionEffects NONE = new QuestionEffects(Map.of());

    private static final int DIGITS_OF_NAME = 16;

    private final TreeMap<String, Double> byName;

    private QuestionEffects(Map<String, Double> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /**
     * Takes what is to be added to grades, -1 to 1, by the question's {@linkplain #name name}.
     *
     * @throws IllegalArgumentException for an effect that is no number from -1 to 1
     */
    @JsonCreator
    public static QuestionEffects of(Map<String, Double> byName) {
        byName.forEach((name, effect) -> {
            if (!(Math.abs(effect) <= 1)) {
                throw new IllegalArgumentException("The effect of %s is %s".formatted(name, effect));
            }
        });
        return new QuestionEffects(byName);
    }

    /** Names a question by what is asked and the first of its model answers: to change either is to ask something new. */
    public static String name(String prompt, String modelAnswer) {
        return HexFormat.of().formatHex(Sha256.of(prompt, "\n", modelAnswer)).substring(0, DIGITS_OF_NAME);
    }

    /** What to add to grades from 0 to 1 of answers to a question; nothing where it wasn't seen. */
    public double on(String prompt, String modelAnswer) {
        return byName.getOrDefault(name(prompt, modelAnswer), 0.0);
    }

    /**
     * A grade with an effect, 0 to 1. However generously a question is graded, what has nothing to do with it is worth
     * nothing: a grade at most doubles.
     */
    static double applied(double effect, double grade) {
        return Math.clamp(grade + Math.min(effect, grade), 0, 1);
    }

    /** The effects, sorted by name. */
    @JsonValue
    public Map<String, Double> byName() {
        return Collections.unmodifiableMap(byName);
    }
}
