package dev.greenroom.model.evaluation;

import java.util.Collection;

/** What an answer did with a concept. */
public enum ConceptState {
    COVERED,
    PARTIAL,
    MISSED,
    WRONG;

    /** What an answer did with a concept that was probed in parts. */
    public static ConceptState ofParts(Collection<ConceptState> parts) {
        if (parts.contains(WRONG)) {
            return WRONG;
        }
        if (parts.stream().allMatch(COVERED::equals)) {
            return COVERED;
        }
        return parts.stream().allMatch(MISSED::equals) ? MISSED : PARTIAL;
    }
}
