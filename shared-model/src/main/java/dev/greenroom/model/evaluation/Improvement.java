package dev.greenroom.model.evaluation;

/** Something to do better, and how to go about it. */
public record Improvement(String text, String conceptId, String nextStep) {}
