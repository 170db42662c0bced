package dev.greenroom.worker.language;

import java.util.List;
import java.util.Set;

/** Tells prose from lists of keywords and from words in random order, by where its function words stand. */
public final class WordOrder {

    private static final int ENOUGH_WORDS = 6;
    private static final double FEW_FUNCTION_WORDS = 0.17;
    private static final int ENOUGH_ARTICLES = 3;
    private static final double OFTEN = 0.34;
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final Set<String> NEVER_AFTER_ARTICLE = Set.of(
            "a", "an", "the", "of", "in", "on", "at", "by", "for", "with", "to", "from", "into", "and", "or", "but",
            "if", "so", "because", "is", "are", "was", "were", "be", "it", "you", "they", "we", "i", "this", "that",
            "when", "which", "does", "has", "have", "can", "will", "would", "not");

    private WordOrder() {}

    /** Whether so few words are function words that nobody would say it as a sentence. */
    public static boolean isKeywordList(List<Word> words) {
        long function = words.stream().filter(word -> !word.meaningful()).count();
        return words.size() >= ENOUGH_WORDS && function < FEW_FUNCTION_WORDS * words.size();
    }

    /** Whether articles stand where no article can stand, often enough that the words must have been shuffled. */
    public static boolean isShuffled(List<Word> words) {
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
        return articles >= ENOUGH_ARTICLES && misplaced >= OFTEN * articles;
    }
}
