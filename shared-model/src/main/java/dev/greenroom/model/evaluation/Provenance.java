package dev.greenroom.model.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a score comes from, so that it can be explained and repeated.
 *
 * @param inputHash SHA-256 of the answer's text as {@code sha256:} and 64 hexadecimal digits
 * @param latencyMs time spent on scoring, in milliseconds
 * @param samples how many verdicts of a judge the score rests on; null where no judge was asked
 * @param cost of the judge's tokens, in the currency of the configured prices; null without prices
 * @param fallback why the judge that was asked has no part in the score; null where it has, or none was asked
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
        @Nullable Integer completionTokens,
        @Nullable Integer samples,
        @Nullable BigDecimal cost,
        @Nullable String fallback) {

    /** Without a judge. */
    public Provenance(
            Scorer scorer,
            String model,
            @Nullable String promptHash,
            String rubric,
            String question,
            String inputHash,
            long latencyMs,
            @Nullable Integer promptTokens,
            @Nullable Integer completionTokens) {
        this(
                scorer,
                model,
                promptHash,
                rubric,
                question,
                inputHash,
                latencyMs,
                promptTokens,
                completionTokens,
                null,
                null,
                null);
    }

    /** The same, saying why the judge has no part in it. */
    public Provenance withFallback(String reason) {
        return new Provenance(
                scorer,
                model,
                promptHash,
                rubric,
                question,
                inputHash,
                latencyMs,
                promptTokens,
                completionTokens,
                samples,
                cost,
                reason);
    }
}
