package dev.greenroom.model.evaluation;

import java.util.List;

/** How a claim fared when a follow-up probed it. */
public enum Defence {
    /** It stood, in full or in part. */
    HELD,
    /** What was wrong, half said or missing before is right now, or nearer to it. */
    REPAIRED,
    /** Nothing came to support it, or something wrong. */
    FOLDED,
    /** The answer says the opposite of what the candidate said before. */
    CONTRADICTED,
    /** No follow-up was answered in a way that tells. */
    NOT_PROBED;

    /**
     * How a whole thread fared, from what each of its follow-ups settled, in order: a contradiction stays one, whatever
     * comes after it; otherwise the last follow-up that tells anything decides.
     */
    public static Defence ofThread(List<Defence> followUps) {
        if (followUps.contains(CONTRADICTED)) {
            return CONTRADICTED;
        }
        return followUps.stream()
                .filter(defence -> defence != NOT_PROBED)
                .reduce((_, later) -> later)
                .orElse(NOT_PROBED);
    }
}
