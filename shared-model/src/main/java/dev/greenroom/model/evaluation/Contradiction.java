package dev.greenroom.model.evaluation;

/**
 * Two things that a candidate said and that can't both be meant.
 *
 * @param earlierAnswerId the answer that the first of them stands in
 * @param now the one in the evaluated answer
 */
public record Contradiction(String earlierAnswerId, Evidence earlier, Evidence now) {}
