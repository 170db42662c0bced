package dev.greenroom.worker.judge.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What some calls used.
 *
 * @param cost null where no prices are known
 */
public record Usage(
        int calls,
        int promptTokens,
        int completionTokens,
        @Nullable BigDecimal cost) {

    public static final Usage NONE = new Usage(0, 0, 0, null);

    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                sum(cost, other.cost));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }
}
