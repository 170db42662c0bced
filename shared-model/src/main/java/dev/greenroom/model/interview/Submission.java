package dev.greenroom.model.interview;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate hands in.
 *
 * @param text empty when the turn is skipped
 * @param durationMs time from the question to the end of the answer, in milliseconds, if the client measured it
 */
public record Submission(
        String text,
        InputMode inputMode,
        boolean skipped,
        @Nullable Long durationMs,
        @Nullable Speech speech) {}
