package dev.greenroom.worker.followup;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A concept of the question that the thread has not settled. */
record Gap(Concept concept, ConceptState state) {

    private static final Comparator<Gap> MOST_VALUABLE_FIRST = Comparator.comparingInt(Gap::rank)
            .thenComparing(gap -> gap.concept().weight(), Comparator.reverseOrder());

    /** The gaps that are left, the most valuable first, equals in the question's order. */
    static List<Gap> listIn(Question question, List<ThreadTurn> thread) {
        Map<String, ConceptState> states = new HashMap<>();
        thread.getFirst().concepts().forEach(finding -> states.put(finding.id(), finding.state()));
        Set<String> probed = new HashSet<>();
        for (ThreadTurn turn : thread) {
            String concept = probedBy(turn, question);
            if (concept != null) {
                probed.add(concept);
                states.put(concept, settled(turn));
            }
        }
        return question.concepts().stream()
                .filter(concept -> open(states.get(concept.id()), probed.contains(concept.id())))
                .map(concept -> new Gap(concept, states.getOrDefault(concept.id(), ConceptState.MISSED)))
                .sorted(MOST_VALUABLE_FIRST)
                .toList();
    }

    private static @Nullable String probedBy(ThreadTurn turn, Question question) {
        return turn.followUpId() == null
                ? null
                : question.findFollowUp(turn.followUpId())
                        .map(FollowUp::when)
                        .map(when -> when.concept())
                        .orElse(null);
    }

    /** A concept is probed once; only an error is worth asking about again. */
    private static boolean open(@Nullable ConceptState state, boolean probed) {
        return probed ? state == ConceptState.WRONG : state != null && state != ConceptState.COVERED;
    }

    /** What the answer to a follow-up says about the concept that it probed. */
    private static ConceptState settled(ThreadTurn answer) {
        List<ConceptState> states =
                answer.concepts().stream().map(ConceptFinding::state).toList();
        if (states.contains(ConceptState.WRONG)) {
            return ConceptState.WRONG;
        }
        if (states.stream().allMatch(ConceptState.COVERED::equals)) {
            return ConceptState.COVERED;
        }
        return states.stream().allMatch(ConceptState.MISSED::equals) ? ConceptState.MISSED : ConceptState.PARTIAL;
    }

    Trigger trigger() {
        return switch (state) {
            case WRONG -> Trigger.WRONG_CONCEPT;
            case PARTIAL -> Trigger.PARTIAL_CONCEPT;
            case MISSED -> Trigger.MISSED_CONCEPT;
            case COVERED -> throw new IllegalStateException("A covered concept is no gap");
        };
    }

    private int rank() {
        return switch (state) {
            case WRONG -> 0;
            case PARTIAL -> concept.required() ? 1 : 4;
            case MISSED -> concept.required() ? 2 : 3;
            case COVERED -> 5;
        };
    }
}
