package dev.greenroom.model.evaluation;

import java.util.List;

/** The follow-up that this evaluation led to. */
public record FollowUpRef(String turnId, List<String> targetConcepts, Trigger trigger) {

    public FollowUpRef {
        targetConcepts = List.copyOf(targetConcepts);
    }
}
