package dev.greenroom.api.limit;

import java.util.Locale;

/** What is counted on its own. */
public enum Quota {
    READS,
    WRITES,

    /** By a token that opens one session. */
    CANDIDATE_READS,
    CANDIDATE_WRITES;

    /** The name of the policy in the headers. */
    String policy() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    LimitSettings.Rate rate(LimitSettings settings) {
        return switch (this) {
            case READS -> settings.reads();
            case WRITES -> settings.writes();
            case CANDIDATE_READS -> settings.candidateReads();
            case CANDIDATE_WRITES -> settings.candidateWrites();
        };
    }
}
