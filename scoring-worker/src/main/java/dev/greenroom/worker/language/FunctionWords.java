package dev.greenroom.worker.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that carry grammar rather than meaning. Negations are left out on purpose: they carry meaning. */
public final class FunctionWords {

    /** A hash set, as it is asked several times for each word, and immutable sets divide each time. */
    private static final Set<String> ALL =
            new HashSet<>(List.of(("a an the is are was were be been being am i you he she it we they"
                            + " them his him her its their our my me us your this that these those of in on at by for with to"
                            + " from as into onto about than then there here and or but if so because while do does did done"
                            + " has have had having will would can could should may might must shall which who whom whose what"
                            + " when where why how also just very more most such other some any each both own too s t d"
                            + " ll re ve m up out over under again once only")
                    .split(" ")));

    private FunctionWords() {}

    /** Whether a word or a piece of one, in lower case, says nothing by itself. */
    public static boolean contains(String word) {
        return ALL.contains(word);
    }
}
