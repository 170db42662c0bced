package dev.greenroom.worker.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text in lower case. Identifiers fall apart at underscores, as they do when they are spoken.
 *
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last one
 */
public record Word(String text, int start, int end) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]\\p{L}+)?");

    public static List<Word> listIn(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            words.add(new Word(word, matcher.start(), matcher.end()));
        }
        return words;
    }

    /** The stems of all words of a text that carry meaning. */
    public static Set<String> stemsIn(String text) {
        Set<String> stems = new HashSet<>();
        for (Word word : listIn(text)) {
            if (word.meaningful()) {
                stems.add(word.stem());
            }
        }
        return stems;
    }

    public boolean meaningful() {
        return !FunctionWords.contains(text) && !Fillers.contains(text);
    }

    public String stem() {
        return Stem.of(text);
    }
}
