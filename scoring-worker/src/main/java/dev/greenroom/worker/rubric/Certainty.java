package dev.greenroom.worker.rubric;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.Confidence;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.Score;
import java.util.EnumSet;
import java.util.Set;

/** How far a total can be trusted, judged by what it rests on. */
public final class Certainty {

    private static final double SHORT_ANSWER_SPREAD = 4;
    private static final double FLAG_SPREAD = 4;
    private static final int SHORT_ANSWER_WORDS = 12;
    private static final int HIGH_UP_TO = 12;
    private static final int MEDIUM_UP_TO = 20;

    /** Who reads the answers should see one that such a flag is on. */
    private static final Set<Flag> DOUBTS =
            EnumSet.of(Flag.OFF_TOPIC, Flag.CONTRADICTION, Flag.INJECTION_SUSPECTED, Flag.LOW_TRANSCRIPT_CONFIDENCE);

    private Certainty() {}

    /** For an answer of which nothing was left to judge; who tried to instruct the grader is looked at all the same. */
    public static Score ofNothing(Set<Flag> flags) {
        return Score.of(0, 0, Confidence.HIGH, flags.stream().anyMatch(DOUBTS::contains));
    }

    /**
     * Adds to a total how sure it is.
     *
     * @param words the length of what was scored
     */
    public static Score of(Grades grades, Set<Flag> flags, int words) {
        long doubts = flags.stream().filter(DOUBTS::contains).count();
        double spread =
                grades.expectedError() + (words < SHORT_ANSWER_WORDS ? SHORT_ANSWER_SPREAD : 0) + FLAG_SPREAD * doubts;
        return settled(grades.total(), spread, flags, false);
    }

    /**
     * The same for a total that somebody else worked out.
     *
     * @param spread in points
     * @param disputed whether those who worked it out are at odds, which is for a person to decide
     */
    public static Score settled(int total, double spread, Set<Flag> flags, boolean disputed) {
        Confidence confidence = confidence(spread, total);
        boolean review =
                disputed || confidence == Confidence.LOW || flags.stream().anyMatch(DOUBTS::contains);
        return Score.of(total, (int) Math.round(spread), confidence, review);
    }

    /** A total at the edge of its band is less sure than one in its middle. */
    private static Confidence confidence(double spread, int total) {
        double doubt = spread
                + (Band.of(total) == Band.of(Math.min(Score.MAX, total + 2))
                                && Band.of(total) == Band.of(Math.max(0, total - 2))
                        ? 0
                        : 2);
        if (doubt <= HIGH_UP_TO) {
            return Confidence.HIGH;
        }
        return doubt <= MEDIUM_UP_TO ? Confidence.MEDIUM : Confidence.LOW;
    }
}
