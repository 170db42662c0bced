package dev.greenroom.worker.language;

import java.util.List;
import java.util.Set;

/** Sounds and phrases that people make while they think. */
public final class Fillers {

    private static final Set<String> SOUNDS =
            Set.of("um", "umm", "uh", "uhm", "uhh", "er", "erm", "hm", "hmm", "mm", "mmm", "ah", "eh", "huh");
    private static final Set<String> PHRASES = Set.of("you know", "i mean", "sort of", "kind of");

    private Fillers() {}

    static boolean contains(String word) {
        return SOUNDS.contains(word);
    }

    /** How many fillers a text has, each phrase counted once. */
    public static int count(List<Word> words) {
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            boolean phrase = i + 1 < words.size()
                    && PHRASES.contains(word + " " + words.get(i + 1).text());
            if (phrase || SOUNDS.contains(word)) {
                count++;
            }
        }
        return count;
    }
}
