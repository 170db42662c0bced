package dev.greenroom.worker.encoder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The pieces of a text in which words that the model doesn't know are read as those that are meant. It knows a word if it
 * makes one piece of it.
 *
 * @param pieces those of a word that is read as another one all stand where that word does
 * @param readAs words of the text, in lower case, and what they are read as
 */
record Respelling(Pieces pieces, Map<String, String> readAs) {

    /**
     * Replaces words.
     *
     * @param spelling from a word in lower case to the one that is meant
     * @param splitter from a word to its pieces
     */
    static Respelling of(
            String text, Pieces pieces, UnaryOperator<String> spelling, Function<String, Pieces> splitter) {
        Map<String, String> readAs = new HashMap<>();
        List<Pieces> words = new ArrayList<>();
        for (Pieces word : words(pieces)) {
            String said =
                    text.substring(word.start(0), word.end(word.size() - 1)).toLowerCase(Locale.ROOT);
            String meant = word.size() == 1 ? said : spelling.apply(said);
            if (meant.equals(said)) {
                words.add(word);
            } else {
                readAs.put(said, meant);
                words.add(splitter.apply(meant).inPlaceOf(word));
            }
        }
        return new Respelling(readAs.isEmpty() ? pieces : Pieces.joined(words), readAs);
    }

    private static List<Pieces> words(Pieces pieces) {
        List<Pieces> words = new ArrayList<>();
        int from = 0;
        while (from < pieces.size()) {
            int to = from + 1;
            while (to < pieces.size() && pieces.continues(to)) {
                to++;
            }
            words.add(pieces.range(from, to));
            from = to;
        }
        return words;
    }
}
