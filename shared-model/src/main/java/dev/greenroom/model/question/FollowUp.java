package dev.greenroom.model.question;

import java.util.List;

/**
 * A curated follow-up question that asks for the reasoning behind an answer.
 *
 * @param when the state of the thread that it fits
 * @param harder whether it raises the level rather than repairs a gap
 * @param concepts what a good answer to it says
 */
public record FollowUp(
        String id, ProbeCondition when, String prompt, boolean harder, List<Concept> concepts, String modelAnswer) {

    public FollowUp {
        concepts = List.copyOf(concepts);
    }
}
