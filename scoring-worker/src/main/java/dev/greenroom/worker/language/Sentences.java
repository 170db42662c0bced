package dev.greenroom.worker.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits an answer into sentences. Dots inside identifiers and numbers don't end one; lines do; speech without
 * punctuation is cut into stretches of words, before a connective where there is one.
 */
public final class Sentences {

    private static final int LONGEST = 45;
    private static final int STRETCH = 18;
    private static final int SHORTEST_STRETCH = 8;
    private static final String CLOSING = "\"')]”’";
    private static final Set<String> ABBREVIATIONS =
            Set.of("e.g", "i.e", "etc", "vs", "cf", "eg", "ie", "mr", "mrs", "dr", "approx", "no", "fig");
    private static final Set<String> CONNECTIVES =
            Set.of("and", "so", "but", "because", "then", "or", "which", "while", "if", "when", "also", "basically");

    private Sentences() {}

    /** Sentences in the order of the text, not overlapping; every letter and digit of the text is in one of them. */
    public static List<Sentence> split(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i >= start && endsAt(text, start, i)) {
                int end = afterClosing(text, i + 1);
                add(sentences, text, start, end);
                start = end;
            }
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    private static boolean endsAt(String text, int start, int index) {
        char c = text.charAt(index);
        if (c == '\n' || c == '\r') {
            return true;
        }
        boolean mark = c == '.' || c == '!' || c == '?' || c == ';' || c == '…' || c == '。';
        return mark && followedByBlank(text, index) && !(c == '.' && abbreviated(text, start, index));
    }

    private static boolean followedByBlank(String text, int index) {
        int next = afterClosing(text, index + 1);
        return next == text.length() || Character.isWhitespace(text.charAt(next));
    }

    /** Quotes and brackets that close after the mark belong to the sentence. */
    private static int afterClosing(String text, int offset) {
        int next = offset;
        while (next < text.length() && CLOSING.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }

    /** Whether the dot belongs to an abbreviation, or to the number of a list item with which the sentence begins. */
    private static boolean abbreviated(String text, int start, int dot) {
        int from = dot;
        while (from > start && !Character.isWhitespace(text.charAt(from - 1)) && text.charAt(from - 1) != '(') {
            from--;
        }
        String word = text.substring(from, dot).toLowerCase(Locale.ROOT);
        boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
        return ABBREVIATIONS.contains(word)
                || (number && text.substring(start, from).isBlank());
    }

    private static void add(List<Sentence> sentences, String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            addStretches(sentences, text, from, to);
        }
    }

    private static void addStretches(List<Sentence> sentences, String text, int start, int end) {
        List<Word> words = Word.listIn(text.substring(start, end));
        if (words.isEmpty()) {
            return;
        }
        int from = start;
        int first = 0;
        while (words.size() - first > (from == start ? LONGEST : STRETCH + SHORTEST_STRETCH)) {
            int next = cut(words, first);
            int to = start + words.get(next - 1).end();
            sentences.add(new Sentence(from, to, false));
            from = start + words.get(next).start();
            first = next;
        }
        sentences.add(new Sentence(from, end, from == start));
    }

    /** The word before which to cut: a connective near the end of the stretch, or else its full length. */
    private static int cut(List<Word> words, int first) {
        for (int i = first + STRETCH; i > first + SHORTEST_STRETCH; i--) {
            if (CONNECTIVES.contains(words.get(i).text())) {
                return i;
            }
        }
        return first + STRETCH;
    }
}
