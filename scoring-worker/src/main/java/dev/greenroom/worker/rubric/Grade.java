package dev.greenroom.worker.rubric;

import dev.greenroom.model.question.Rubric;

/**
 * The score of one criterion.
 *
 * @param weight its share of the total; the weights of all grades add up to 1
 * @param score 0 to 100
 */
public record Grade(Rubric.Criterion criterion, Aspect aspect, double weight, int score) {}
