package dev.greenroom.worker.feedback;

import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.worker.language.Fillers;
import dev.greenroom.worker.language.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures how an answer was given. Nothing of it enters the score. */
public final class DeliveryMeter {

    private static final long LONG_PAUSE_MS = 2_000;
    private static final double MS_PER_MINUTE = 60_000;

    private DeliveryMeter() {}

    /**
     * Measures what can be measured.
     *
     * @param durationMs null when it is unknown
     * @param timings when each word was spoken, in order; null for a typed answer
     */
    public static Delivery measure(String text, @Nullable Long durationMs, @Nullable List<Timing> timings) {
        List<Word> words = Word.listIn(text);
        Integer pace = null;
        Double fillers = null;
        if (durationMs != null && durationMs > 0) {
            pace = (int) Math.round(words.size() * MS_PER_MINUTE / durationMs);
            fillers = Math.round(Fillers.count(words) * MS_PER_MINUTE / durationMs * 10) / 10.0;
        }
        return new Delivery(words.size(), pace, fillers, timings == null ? null : longPauses(timings));
    }

    private static int longPauses(List<Timing> timings) {
        int pauses = 0;
        for (int i = 1; i < timings.size(); i++) {
            if (timings.get(i).startMs() - timings.get(i - 1).endMs() >= LONG_PAUSE_MS) {
                pauses++;
            }
        }
        return pauses;
    }

    /** When a word was spoken, in milliseconds from the start. */
    public record Timing(long startMs, long endMs) {}
}
