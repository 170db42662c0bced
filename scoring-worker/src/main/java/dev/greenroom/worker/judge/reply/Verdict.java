package dev.greenroom.worker.judge.reply;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import java.util.List;
import java.util.Map;

/**
 * What one reply says about an answer, after everything that it can't show has been dropped.
 *
 * @param levels one for each criterion of the rubric
 * @param concepts by id; a concept for which the words that were to show its state are not there is left out
 */
public record Verdict(Map<String, Band> levels, Map<String, Claim> concepts, List<MisconceptionFinding> mistakes) {

    public Verdict {
        levels = Map.copyOf(levels);
        concepts = Map.copyOf(concepts);
        mistakes = List.copyOf(mistakes);
    }

    /** A level as points: the middle of its band. */
    public static int points(Band level) {
        return switch (level) {
            case STRONG -> 92;
            case SOLID -> 77;
            case PARTIAL -> 57;
            case WEAK -> 32;
            case NO_EVIDENCE -> 8;
        };
    }

    /** A state, and the words that show it; none for {@code MISSED}. */
    public record Claim(ConceptState state, List<Evidence> evidence) {

        public Claim {
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty() != (state == ConceptState.MISSED)) {
                throw new IllegalArgumentException("%s with %d quotes".formatted(state, evidence.size()));
            }
        }
    }
}
