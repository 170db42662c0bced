package dev.greenroom.bench.judging;

import dev.greenroom.model.evaluation.Band;

/**
 * An answer that wants nothing but to be an answer.
 *
 * @param band that people gave it
 */
record Honest(Subject subject, String text, Band band) {}
