package dev.greenroom.model.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Where a score comes from, so that it can be explained and repeated.
 *
 * @param inputHash SHA-256 of the answer's text as {@code sha256:} and 64 hexadecimal digits
 * @param latencyMs time spent on scoring, in milliseconds
 */
public record Provenance(
        Scorer scorer,
        String model,
        @Nullable String promptHash,
        String rubric,
        String question,
        String inputHash,
        long latencyMs,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens) {}
