package dev.greenroom.worker.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The words that a question and its key are written with. Who answers it means one of these where a word that nobody
 * knows is a typing error away from it: a letter too many, too few, another one, or two that changed places. Damerau
 * (1964, A technique for computer detection and correction of spelling errors) found four of five errors to be such.
 */
public final class Spelling implements UnaryOperator<String> {

    /** Shorter words are one error away from too many others. */
    private static final int FEWEST_LETTERS = 4;

    /** By their first letter, which is rarely mistyped, and which tells a word from its opposite: 'mutable', 'immutable'. */
    private final Map<Character, Set<String>> words = new HashMap<>();

    private Spelling() {}

    /** The spelling of some texts. */
    public static Spelling of(Collection<String> texts) {
        Spelling spelling = new Spelling();
        texts.stream()
                .flatMap(text -> Word.listIn(text).stream())
                .map(Word::text)
                .filter(Spelling::isLongEnough)
                .forEach(word -> spelling.words
                        .computeIfAbsent(word.charAt(0), _ -> new TreeSet<>())
                        .add(word));
        return spelling;
    }

    /**
     * What is meant by a word in lower case.
     *
     * @return the word itself if it is one of the texts', or if none of theirs or more than one is an error away from it
     */
    @Override
    public String apply(String word) {
        if (!isLongEnough(word)) {
            return word;
        }
        Set<String> candidates = words.getOrDefault(word.charAt(0), Set.of());
        if (candidates.contains(word)) {
            return word;
        }
        List<String> near = candidates.stream()
                .filter(candidate -> isAnErrorAway(candidate, word))
                .toList();
        return near.size() == 1 ? near.getFirst() : word;
    }

    private static boolean isLongEnough(String word) {
        return word.length() >= FEWEST_LETTERS && word.chars().allMatch(Character::isLetter);
    }

    /** A word with another ending is no error: 'worker', 'workers'. */
    private static boolean isAnErrorAway(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        int ahead = commonAhead(one, other);
        if (longer - shorter > 1 || ahead == shorter) {
            return false;
        }
        int unlike = longer - ahead - commonBehind(one, other, shorter - ahead);
        return unlike == 1 || (unlike == 2 && longer == shorter && swapped(one, other, ahead));
    }

    private static int commonAhead(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static int commonBehind(String one, String other, int most) {
        int length = 0;
        while (length < most && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length;
    }

    private static boolean swapped(String one, String other, int at) {
        return one.charAt(at) == other.charAt(at + 1) && one.charAt(at + 1) == other.charAt(at);
    }
}
