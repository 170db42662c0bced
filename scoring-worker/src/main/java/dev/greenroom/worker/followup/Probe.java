package dev.greenroom.worker.followup;

import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.question.FollowUp;
import java.util.List;

/** A follow-up to ask, and why. */
public record Probe(FollowUp followUp, List<String> targetConcepts, Trigger trigger) {

    public Probe {
        targetConcepts = List.copyOf(targetConcepts);
    }
}
