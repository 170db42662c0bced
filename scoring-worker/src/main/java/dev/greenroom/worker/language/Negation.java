package dev.greenroom.worker.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a clause stands to what it speaks of.
 *
 * @param denials how many words deny
 * @param refused whether the clause as a whole is called untrue
 * @param conditional whether it restricts rather than affirms or denies, as in 'not until it is read'
 * @param reported whether it tells what others get wrong
 */
public record Negation(int denials, boolean refused, boolean conditional, boolean reported) {

    private static final Set<String> DENIALS = Set.of(
            "not", "never", "no", "cannot", "without", "neither", "nor", "none", "nothing", "false", "untrue",
            "nobody");
    private static final Set<String> RESTRICTIONS = Set.of("until", "unless", "only", "before");
    private static final Pattern REFUSED = Pattern.compile(
            "\\b(not|n['’]t|never|hardly) (really |actually )?(true|the case|correct|right|so) that\\b"
                    + "|\\b(false|untrue|wrong|incorrect|a lie|a myth) (to (say|claim) )?that\\b",
            Pattern.CASE_INSENSITIVE);

    /** With which each of those ends: few clauses need a closer look. */
    private static final String REFUSED_TO = "that";

    private static final Pattern REPORTED = Pattern.compile(
            "\\b(mistake|misconception|myth|people (often )?(think|say|believe)|some (people )?(think|say|believe)"
                    + "|wrong to|contrary to|you might (think|expect)|mistakenly|wrongly)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Reads a clause. */
    public static Negation of(String clause) {
        List<Word> words = Word.listIn(clause);
        int denials = 0;
        boolean conditional = false;
        boolean refusable = false;
        for (Word word : words) {
            refusable |= word.text().startsWith(REFUSED_TO);
            if (DENIALS.contains(word.text()) || word.text().endsWith("n't")) {
                denials++;
            }
            conditional |= RESTRICTIONS.contains(word.text());
        }
        boolean refused = refusable && REFUSED.matcher(clause).find();
        return new Negation(
                refused ? denials - 1 : denials,
                refused,
                conditional,
                REPORTED.matcher(clause).find());
    }

    /** Whether the clause denies: it holds an odd number of denials, and none that makes a condition. */
    public boolean denies() {
        return (denials % 2 == 1) != refused && !conditional;
    }

    /**
     * Whether this clause denies what one that is otherwise the same affirms. More denials than one don't cancel each
     * other here: each turns a verb of its own.
     */
    public boolean denies(Negation other) {
        boolean more = denials > other.denials && (other.denials == 0 || denials - other.denials >= 2);
        return (refused && !other.refused) || (more && !conditional && !other.conditional);
    }
}
