package dev.greenroom.model.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How the answer was given; never part of the score.
 *
 * @param wordsPerMinute null when the duration is unknown
 * @param longPauses pauses of two seconds and more; null without word timings
 */
public record Delivery(
        int words,
        @Nullable Integer wordsPerMinute,
        @Nullable Double fillersPerMinute,
        @Nullable Integer longPauses) {}
