package dev.greenroom.worker.gate;

import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.worker.language.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns away answers that need no model to be judged. */
public final class Gate {

    private static final double UNRELIABLE_BELOW = 0.5;
    private static final double DOUBTFUL_BELOW = 0.75;
    private static final int LONG_MODEL_ANSWER = 100;
    private static final int SHORT_MODEL_ANSWER = 40;

    /** Words, for any model answer. */
    private static final int ENOUGH = 3;

    private Gate() {}

    /**
     * Judges an answer by its words alone.
     *
     * @param transcriptConfidence 0 to 1, or null when the answer was typed
     * @param modelAnswer what it is compared with: a short one may be matched by a single word
     */
    public static Verdict judge(
            String text, boolean skipped, @Nullable Double transcriptConfidence, String modelAnswer) {
        if (skipped) {
            return new Verdict.NoEvidence(Flag.SKIPPED);
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return new Verdict.NoEvidence(Flag.NO_ANSWER);
        }
        if (transcriptConfidence != null && transcriptConfidence < UNRELIABLE_BELOW) {
            return new Verdict.Unreliable();
        }
        List<Word> words = Word.listIn(text);
        if (DontKnow.isAllOf(words)) {
            return new Verdict.NoEvidence(Flag.DONT_KNOW);
        }
        if (tooShort(words, modelAnswer)) {
            return new Verdict.NoEvidence(Flag.TOO_SHORT);
        }
        boolean doubtful = transcriptConfidence != null && transcriptConfidence < DOUBTFUL_BELOW;
        return new Verdict.Scorable(doubtful ? List.of(Flag.LOW_TRANSCRIPT_CONFIDENCE) : List.of());
    }

    private static boolean tooShort(List<Word> words, String modelAnswer) {
        return (words.size() < ENOUGH
                        && words.size() < fewest(Word.listIn(modelAnswer).size()))
                || words.stream().noneMatch(Word::meaningful);
    }

    private static int fewest(int modelWords) {
        if (modelWords < SHORT_MODEL_ANSWER) {
            return 1;
        }
        return modelWords < LONG_MODEL_ANSWER ? 2 : ENOUGH;
    }
}
