package dev.greenroom.model.evaluation;

/** Something that the answer did well. */
public record Strength(String text, String conceptId) {}
