package dev.greenroom.worker.judge.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a million tokens cost; null when nobody said. */
public record Prices(@Nullable BigDecimal prompt, @Nullable BigDecimal completion) {

    private static final int MILLION_DIGITS = 6;

    /** The usage of one call, with its cost if both prices are known. */
    public Usage usage(int promptTokens, int completionTokens) {
        if (prompt == null || completion == null) {
            return new Usage(1, promptTokens, completionTokens, null);
        }
        BigDecimal cost = prompt.multiply(BigDecimal.valueOf(promptTokens))
                .add(completion.multiply(BigDecimal.valueOf(completionTokens)))
                .movePointLeft(MILLION_DIGITS);
        return new Usage(1, promptTokens, completionTokens, cost);
    }
}
