package dev.greenroom.model.interview;

import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.question.FollowUp;
import java.util.List;

/**
 * A follow-up that fits what was just heard.
 *
 * @param targetConcepts the concepts whose state it settles; empty when it raises the level
 * @param prompt what the candidate is asked
 */
public record Probe(FollowUp followUp, List<String> targetConcepts, Trigger trigger, String prompt, Phrasing phrasing) {

    public Probe {
        targetConcepts = List.copyOf(targetConcepts);
    }

    /** A follow-up in its author's words. */
    public Probe(FollowUp followUp, List<String> targetConcepts, Trigger trigger) {
        this(followUp, targetConcepts, trigger, followUp.prompt(), Phrasing.CURATED);
    }

    /** The same question in a model's words. */
    public Probe asking(String phrased) {
        return new Probe(followUp, targetConcepts, trigger, phrased, Phrasing.LLM);
    }

    /** The words stay out of logs: they may quote the candidate. */
    @Override
    public String toString() {
        return "Probe[%s, %s, %s, %s]".formatted(followUp.id(), targetConcepts, trigger, phrasing);
    }
}
