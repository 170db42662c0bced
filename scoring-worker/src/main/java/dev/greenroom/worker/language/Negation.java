package dev.greenroom.worker.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a clause affirms or denies, and whether it speaks for its author. */
public final class Negation {

    private static final Set<String> DENIALS = Set.of(
            "not", "never", "no", "cannot", "without", "neither", "nor", "none", "nothing", "false", "untrue",
            "nobody");
    private static final Pattern ONLY_WHEN = Pattern.compile("\\b(until|unless|only|before)\\b");
    private static final Pattern REPORTED = Pattern.compile(
            "\\b(mistake|misconception|myth|people (often )?(think|say|believe)|some (people )?(think|say|believe)"
                    + "|wrong to|contrary to|you might (think|expect)|mistakenly|wrongly)\\b");

    private Negation() {}

    /**
     * Whether a clause denies: it holds an odd number of denials, and none that 'until' or 'only' turns into a
     * condition.
     */
    public static boolean denies(String clause) {
        return denials(Word.listIn(clause)) % 2 == 1 && !conditional(clause);
    }

    /** Whether the clause restricts rather than affirms or denies, as in 'not until it is read'. */
    public static boolean conditional(String clause) {
        return ONLY_WHEN.matcher(clause.toLowerCase(java.util.Locale.ROOT)).find();
    }

    /** Whether the clause reports what others get wrong. */
    public static boolean reported(String clause) {
        return REPORTED.matcher(clause.toLowerCase(java.util.Locale.ROOT)).find();
    }

    private static int denials(List<Word> words) {
        int denials = 0;
        for (Word word : words) {
            if (DENIALS.contains(word.text()) || word.text().endsWith("n't")) {
                denials++;
            }
        }
        return denials;
    }
}
