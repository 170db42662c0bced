package dev.greenroom.worker.language;

import java.util.List;
import java.util.Set;

/** Whether the words of a text form sentences, told by where its function words stand. */
public enum WordOrder {
    PROSE,
    /** So few function words that nobody would say it as a sentence. */
    KEYWORDS,
    /** Articles stand where no article can stand, so often that the words must have been shuffled. */
    SHUFFLED;

    private static final int ENOUGH_WORDS = 6;
    private static final double FEW_FUNCTION_WORDS = 0.17;
    private static final int ENOUGH_ARTICLES = 4;
    private static final double OFTEN = 0.3;
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    /** Without the words that are also keywords of programming languages, as in 'a for loop' and 'the in lookup'. */
    private static final Set<String> NEVER_AFTER_ARTICLE = Set.of(
            "a", "an", "the", "of", "on", "at", "by", "to", "into", "but", "so", "because", "are", "was", "were", "be",
            "it", "you", "they", "we", "i", "this", "that", "when", "which", "does", "has", "have", "can", "will",
            "would", "its", "their");

    public static WordOrder of(List<Word> words) {
        if (isKeywordList(words)) {
            return KEYWORDS;
        }
        return isShuffled(words) ? SHUFFLED : PROSE;
    }

    private static boolean isKeywordList(List<Word> words) {
        long function = words.stream().filter(word -> !word.meaningful()).count();
        return words.size() >= ENOUGH_WORDS && function < FEW_FUNCTION_WORDS * words.size();
    }

    private static boolean isShuffled(List<Word> words) {
        int articles = 0;
        int misplaced = 0;
        for (int i = 0; i < words.size(); i++) {
            if (ARTICLES.contains(words.get(i).text())) {
                articles++;
                boolean last = i + 1 == words.size();
                misplaced +=
                        last || NEVER_AFTER_ARTICLE.contains(words.get(i + 1).text()) ? 1 : 0;
            }
        }
        return articles >= ENOUGH_ARTICLES && misplaced >= 3 && misplaced >= OFTEN * articles;
    }
}
