package dev.greenroom.worker.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A word of a text in lower case. Identifiers fall apart at underscores, as they do when they are spoken.
 *
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last one
 */
public record Word(String text, int start, int end) {

    /** The words of a text in its order. */
    public static List<Word> listIn(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (inWord(text, at)) {
                int end = endOf(text, at);
                words.add(new Word(
                        text.substring(at, end).toLowerCase(Locale.ROOT).replace('’', '\''), at, end));
                at = end;
            } else {
                at++;
            }
        }
        return words;
    }

    /** Letters and digits, and one apostrophe between letters. */
    private static int endOf(String text, int start) {
        int end = start;
        while (end < text.length() && inWord(text, end)) {
            end++;
        }
        boolean apostrophe = end + 1 < text.length()
                && (text.charAt(end) == '\'' || text.charAt(end) == '’')
                && Character.isLetter(text.charAt(end + 1));
        if (apostrophe) {
            end++;
            while (end < text.length() && inWord(text, end)) {
                end++;
            }
        }
        return end;
    }

    /** Half a surrogate pair counts as part of a word, so that letters beyond the basic plane stay whole. */
    private static boolean inWord(String text, int at) {
        char c = text.charAt(at);
        if (!Character.isSurrogate(c)) {
            return Character.isLetterOrDigit(c);
        }
        return Character.isLetterOrDigit(text.codePointAt(at))
                || (Character.isLowSurrogate(c) && at > 0 && Character.isLetterOrDigit(text.codePointBefore(at + 1)));
    }

    /** The stems of all words of a text that carry meaning. */
    public static Set<String> stemsIn(String text) {
        return new HashSet<>(listStemsIn(text));
    }

    /** The same, each as often as it is said, in the text's order. */
    public static List<String> listStemsIn(String text) {
        return listStemsIn(text, UnaryOperator.identity());
    }

    /** The same, of words that are read as others, from lower case to lower case. */
    public static List<String> listStemsIn(String text, UnaryOperator<String> readAs) {
        return listIn(text).stream()
                .map(word -> new Word(readAs.apply(word.text), word.start, word.end))
                .filter(Word::meaningful)
                .map(Word::stem)
                .toList();
    }

    /** Each two words that follow each other, as one, in the order of the words. */
    public static List<String> pairs(List<String> words) {
        return IntStream.range(1, words.size())
                .mapToObj(i -> words.get(i - 1) + ' ' + words.get(i))
                .toList();
    }

    public boolean meaningful() {
        return !FunctionWords.contains(text) && !Fillers.contains(text);
    }

    public String stem() {
        return Stem.of(text);
    }
}
