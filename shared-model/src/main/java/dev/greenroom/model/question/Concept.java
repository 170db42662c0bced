package dev.greenroom.model.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key point that a good answer makes.
 *
 * @param statement the point as one full sentence that could stand in an answer
 * @param paraphrases how people really say it
 * @param terms technical terms and aliases, also as speech recognition mangles them
 * @param weight 1 to 3: its share of the score relative to its siblings
 * @param required whether an answer without it can be good
 */
public record Concept(
        String id,
        String label,
        String statement,
        List<String> paraphrases,
        List<String> terms,
        int weight,
        boolean required,
        List<Misconception> misconceptions) {

    public Concept {
        if (weight < 1 || weight > 3) {
            throw new IllegalArgumentException("Concept %s has weight %d, not 1 to 3".formatted(id, weight));
        }
        paraphrases = List.copyOf(paraphrases);
        terms = List.copyOf(terms);
        misconceptions = orEmpty(misconceptions);
    }

    private static List<Misconception> orEmpty(@Nullable List<Misconception> misconceptions) {
        return misconceptions == null ? List.of() : List.copyOf(misconceptions);
    }
}
