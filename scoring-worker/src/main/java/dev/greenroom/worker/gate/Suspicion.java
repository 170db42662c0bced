package dev.greenroom.worker.gate;

import dev.greenroom.worker.language.TracedText;
import java.util.stream.Collectors;

/**
 * Whether a text seems to ask its judge for something, or hides what it says. Wider than what the gate leaves out of the
 * score: a suspicion costs an honest answer only what a language model would have added to it, and sends it to a person.
 */
public final class Suspicion {

    private Suspicion() {}

    /** Reads an answer as it stands and as it would be once disguises are taken off. */
    public static boolean falls(String answer) {
        if (!Disguise.isPlain(answer) || Pleading.namesLevels(answer)) {
            return true;
        }
        String folded = folded(answer);
        return Pleading.isIn(folded) || Disguise.readings(folded, answer).anyMatch(Pleading::isIn);
    }

    /** What a line begins with matters, so lines stay. */
    private static String folded(String text) {
        return text.lines().map(line -> TracedText.folded(line).toString()).collect(Collectors.joining("\n"));
    }
}
