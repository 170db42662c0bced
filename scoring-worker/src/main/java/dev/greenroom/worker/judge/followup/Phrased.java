package dev.greenroom.worker.judge.followup;

import dev.greenroom.worker.judge.budget.Usage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a model for a follow-up.
 *
 * @param question null if it is to be asked as it is curated
 * @param outcome {@code PHRASED}, or why not
 * @param usage of the call, if one was answered
 */
public record Phrased(@Nullable String question, String outcome, Usage usage) {

    static Phrased anew(String question, Usage usage) {
        return new Phrased(question, "PHRASED", usage);
    }

    /** Nothing that could be asked. */
    public static Phrased asCurated(String reason, Usage usage) {
        return new Phrased(null, reason, usage);
    }

    public Optional<String> findQuestion() {
        return Optional.ofNullable(question);
    }

    /** The words stay out of logs. */
    @Override
    public String toString() {
        return "Phrased[%s]".formatted(outcome);
    }
}
