package dev.greenroom.worker.gate;

import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.worker.language.Sentence;
import dev.greenroom.worker.language.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The part of an answer that is scored.
 *
 * @param answer the whole answer, which quotes are taken from
 * @param sentences what is left of it, in order
 * @param flags why something was left out
 */
public record Cleaning(String answer, List<Sentence> sentences, Set<Flag> flags) {

    public Cleaning {
        sentences = List.copyOf(sentences);
        flags = Set.copyOf(flags);
    }

    /** Leaves out sentences that instruct the grader and sentences that only say the question again. */
    public static Cleaning of(String answer, String prompt) {
        Echo echo = new Echo(prompt);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        List<Sentence> kept = new ArrayList<>();
        for (Sentence sentence : Sentences.split(answer)) {
            String said = sentence.in(answer);
            if (Instructions.areIn(said)) {
                flags.add(Flag.INJECTION_SUSPECTED);
            } else if (echo.isAllOf(said)) {
                flags.add(Flag.ECHOES_QUESTION);
            } else {
                kept.add(sentence);
            }
        }
        return new Cleaning(answer, kept, flags);
    }

    /** Leaves nothing out. */
    public static Cleaning none(String text) {
        return new Cleaning(text, Sentences.split(text), Set.of());
    }

    /** The answer with all that was left out blanked, so that offsets are the original's. */
    public String text() {
        return flags.isEmpty() ? answer : onlyWhatIsLeft();
    }

    private String onlyWhatIsLeft() {
        StringBuilder text = new StringBuilder(" ".repeat(answer.length()));
        for (Sentence sentence : sentences) {
            text.replace(sentence.start(), sentence.end(), sentence.in(answer));
        }
        return text.toString();
    }
}
