package dev.greenroom.api.session;

import dev.greenroom.api.bank.QuestionEntry;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Draws the questions of a session. What the candidate has been asked least comes first, then what is nearest to the
 * level, then the section that has the fewest so far, then what the candidate masters least; the seed decides between
 * equals.
 */
final class QuestionChoice {

    private QuestionChoice() {}

    /** Up to {@code count} of the pool's questions, none twice; the same for the same pool, history and seed. */
    static List<QuestionRef> draw(List<QuestionEntry> pool, Wish wish, CandidateHistory history) {
        List<QuestionEntry> rest = new ArrayList<>(near(pool, wish));
        // java.util.Random is the one generator whose sequence the platform specifies for every release.
        Collections.shuffle(rest, new Random(wish.seed()));
        Map<String, Integer> drawnBySection = new HashMap<>();
        List<QuestionRef> drawn = new ArrayList<>();
        while (drawn.size() < wish.count() && !rest.isEmpty()) {
            QuestionEntry next = Collections.min(rest, order(wish, history, drawnBySection));
            rest.remove(next);
            drawnBySection.merge(next.section(), 1, Integer::sum);
            drawn.add(next.ref());
        }
        return drawn;
    }

    private static Comparator<QuestionEntry> order(
            Wish wish, CandidateHistory history, Map<String, Integer> drawnBySection) {
        return Comparator.<QuestionEntry>comparingInt(history::timesAsked)
                .thenComparingInt(wish::distance)
                .thenComparingInt(entry -> drawnBySection.getOrDefault(entry.section(), 0))
                .thenComparingDouble(history::mastery);
    }

    /** The questions of the level asked for, with those of the next levels as far as they are needed for the number. */
    private static List<QuestionEntry> near(List<QuestionEntry> pool, Wish wish) {
        int reach = pool.stream()
                .mapToInt(wish::distance)
                .sorted()
                .limit(wish.count())
                .max()
                .orElse(0);
        return pool.stream().filter(entry -> wish.distance(entry) <= reach).toList();
    }

    /**
     * What is to be drawn.
     *
     * @param level the level to stay near; null for any
     */
    record Wish(@Nullable Level level, int count, long seed) {

        int distance(QuestionEntry entry) {
            return level == null ? 0 : entry.level().distanceTo(level);
        }
    }
}
