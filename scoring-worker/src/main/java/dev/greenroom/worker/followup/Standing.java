package dev.greenroom.worker.followup;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.ProbeCondition;
import dev.greenroom.model.question.Question;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each concept of a question stands after all turns of a thread. */
final class Standing {

    private final Question question;
    private final Map<String, ConceptState> states = new HashMap<>();
    private final Set<String> probed = new HashSet<>();

    private Standing(Question question) {
        this.question = question;
    }

    static Standing of(Question question, List<ThreadTurn> thread) {
        Standing standing = new Standing(question);
        thread.forEach(standing::take);
        return standing;
    }

    private void take(ThreadTurn turn) {
        if (turn.followUpId() == null) {
            turn.concepts().forEach(finding -> states.put(finding.id(), finding.state()));
            return;
        }
        Optional<String> concept =
                question.findFollowUp(turn.followUpId()).map(FollowUp::when).map(ProbeCondition::concept);
        concept.ifPresent(id -> {
            probed.add(id);
            states.put(id, settled(turn));
        });
    }

    /** What the answer to a follow-up says about the concept that it probed. */
    static ConceptState settled(ThreadTurn answer) {
        return ConceptState.ofParts(
                answer.concepts().stream().map(ConceptFinding::state).toList());
    }

    /** The state of a concept; a follow-up that probes none is asked when all are covered. */
    ConceptState of(@Nullable String conceptId) {
        return conceptId == null ? ConceptState.COVERED : states.getOrDefault(conceptId, ConceptState.MISSED);
    }

    boolean allCovered() {
        return question.concepts().stream().allMatch(concept -> state(concept) == ConceptState.COVERED);
    }

    /** What is left to ask about, the most valuable first, equals in the question's order. */
    List<Gap> gaps() {
        return question.concepts().stream()
                .filter(this::open)
                .map(concept -> new Gap(concept, state(concept)))
                .sorted(Gap.MOST_VALUABLE_FIRST)
                .toList();
    }

    /** A concept is probed once; only an error is worth asking about again. */
    private boolean open(Concept concept) {
        ConceptState state = state(concept);
        return probed.contains(concept.id()) ? state == ConceptState.WRONG : state != ConceptState.COVERED;
    }

    private ConceptState state(Concept concept) {
        return of(concept.id());
    }
}
