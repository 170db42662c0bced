package dev.greenroom.worker.gate;

import dev.greenroom.worker.language.Word;
import java.util.List;
import java.util.Set;

/** Recognises sentences that add nothing to the question. */
final class Echo {

    private static final int FEWEST_WORDS = 4;
    private static final double NEW_WORDS = 0.1;

    private final Set<String> prompt;

    Echo(String prompt) {
        this.prompt = Word.stemsIn(prompt);
    }

    /** Whether a sentence is long enough to be told and at most a tenth of its meaningful words are not the question's. */
    boolean isAllOf(String sentence) {
        List<String> stems = Word.listIn(sentence).stream()
                .filter(Word::meaningful)
                .map(Word::stem)
                .toList();
        long added = stems.stream().filter(stem -> !prompt.contains(stem)).count();
        return stems.size() >= FEWEST_WORDS && added <= NEW_WORDS * stems.size();
    }
}
