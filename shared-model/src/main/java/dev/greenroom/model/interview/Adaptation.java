package dev.greenroom.model.interview;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionRef;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an interview follows the level of its candidate: two strong threads in a row lead one level up, two weak ones one
 * down. All questions that it may come to are drawn at the start, so that the same seed and the same scores lead
 * through the same interview.
 *
 * @param level what the next question is to be like
 * @param streak the strong threads in a row; below zero, the weak ones
 * @param ladder the questions of each level, in the order in which to ask them
 * @param asked how many of each level have been asked
 */
public record Adaptation(Level level, int streak, Map<Level, List<QuestionRef>> ladder, Map<Level, Integer> asked) {

    private static final int THREADS_TO_MOVE = 2;

    public Adaptation {
        Map<Level, List<QuestionRef>> rungs = new EnumMap<>(Level.class);
        ladder.forEach((rung, questions) -> rungs.put(rung, List.copyOf(questions)));
        ladder = Collections.unmodifiableMap(rungs);
        asked = asked.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(asked));
    }

    /** Begins in the middle. */
    public static Adaptation start(Map<Level, List<QuestionRef>> ladder) {
        return new Adaptation(Level.MID, 0, ladder, Map.of());
    }

    /** The question to ask next; one of the nearest level, the easier one first, where its own has none left. */
    public Optional<QuestionRef> findNext() {
        return findRung().map(rung -> questions(rung).get(askedOf(rung)));
    }

    /** Takes note that {@link #findNext} was asked. */
    public Adaptation afterAsking() {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        counts.putAll(asked);
        findRung().ifPresent(rung -> counts.merge(rung, 1, Integer::sum));
        return new Adaptation(level, streak, ladder, counts);
    }

    /**
     * Takes note of how a thread went.
     *
     * @param score the mean score of its turns
     */
    public Adaptation afterThread(double score) {
        int now = streak(score);
        if (now >= THREADS_TO_MOVE) {
            return at(level.harder());
        }
        return now <= -THREADS_TO_MOVE ? at(level.easier()) : new Adaptation(level, now, ladder, asked);
    }

    private int streak(double score) {
        if (score >= Band.SOLID.from()) {
            return Math.max(streak, 0) + 1;
        }
        return score < Band.PARTIAL.from() ? Math.min(streak, 0) - 1 : 0;
    }

    private Adaptation at(Level next) {
        return new Adaptation(next, 0, ladder, asked);
    }

    private Optional<Level> findRung() {
        return level.nearestFirst().stream()
                .filter(rung -> askedOf(rung) < questions(rung).size())
                .findFirst();
    }

    private List<QuestionRef> questions(Level rung) {
        return ladder.getOrDefault(rung, List.of());
    }

    private int askedOf(Level rung) {
        return asked.getOrDefault(rung, 0);
    }
}
