package dev.greenroom.worker.assessment;

import dev.greenroom.worker.feedback.DeliveryMeter.Timing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given.
 *
 * @param durationMs how long it took; null when unknown
 * @param transcriptConfidence how sure the speech recognition is, 0 to 1; null for a typed answer
 * @param timings when each word was spoken, in order; null for a typed answer
 */
public record AnswerInput(
        String text,
        boolean skipped,
        @Nullable Long durationMs,
        @Nullable Double transcriptConfidence,
        @Nullable List<Timing> timings) {

    public AnswerInput {
        timings = timings == null ? null : List.copyOf(timings);
    }

    public static AnswerInput typed(String text) {
        return new AnswerInput(text, false, null, null, null);
    }

    /** The text stays out of logs. */
    @Override
    public String toString() {
        return "AnswerInput[%d characters]".formatted(text.length());
    }
}
