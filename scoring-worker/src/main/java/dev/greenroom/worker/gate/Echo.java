package dev.greenroom.worker.gate;

import dev.greenroom.worker.language.Word;
import java.util.List;
import java.util.Set;

/** Recognises sentences that add nothing to the question. */
final class Echo {

    private static final int FEWEST_WORDS = 4;
    private static final double NEW_WORDS = 0.1;

    private static final double COPIED_PAIRS = 0.7;

    private final Set<String> prompt;
    private final Set<String> pairs;

    Echo(String prompt) {
        List<String> stems = Word.listStemsIn(prompt);
        this.prompt = Set.copyOf(stems);
        this.pairs = Set.copyOf(Word.pairs(stems));
    }

    /**
     * Whether a sentence is long enough to be told, at most a tenth of its meaningful words are not the question's, and
     * most of them stand in the question's order: an answer may well be made of the question's words.
     */
    boolean isAllOf(String sentence) {
        List<String> stems = Word.listStemsIn(sentence);
        long added = stems.stream().filter(stem -> !prompt.contains(stem)).count();
        long copied = Word.pairs(stems).stream().filter(pairs::contains).count();
        return stems.size() >= FEWEST_WORDS
                && added <= NEW_WORDS * stems.size()
                && copied >= COPIED_PAIRS * (stems.size() - 1);
    }
}
