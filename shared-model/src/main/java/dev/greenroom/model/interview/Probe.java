package dev.greenroom.model.interview;

import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.question.FollowUp;
import java.util.List;

/**
 * A follow-up that fits what was just heard.
 *
 * @param targetConcepts the concepts whose state it settles; empty when it raises the level
 */
public record Probe(FollowUp followUp, List<String> targetConcepts, Trigger trigger) {

    public Probe {
        targetConcepts = List.copyOf(targetConcepts);
    }
}
