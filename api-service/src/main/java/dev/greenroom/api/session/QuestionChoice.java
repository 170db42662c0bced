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

/** Draws the questions of a session: near the level first, spread over the sections, the same for the same seed. */
final class QuestionChoice {

    private QuestionChoice() {}

    /**
     * Up to {@code count} of the pool's questions, none twice.
     *
     * @param level the level to stay near; null for any
     */
    static List<QuestionRef> draw(List<QuestionEntry> pool, @Nullable Level level, int count, long seed) {
        List<QuestionEntry> rest = new ArrayList<>(pool);
        // java.util.Random is the one generator whose sequence the platform specifies for every release.
        Collections.shuffle(rest, new Random(seed));
        Map<String, Integer> drawnBySection = new HashMap<>();
        List<QuestionRef> drawn = new ArrayList<>();
        while (drawn.size() < count && !rest.isEmpty()) {
            QuestionEntry next = Collections.min(
                    rest,
                    Comparator.comparingInt((QuestionEntry entry) -> distance(entry.level(), level))
                            .thenComparingInt(entry -> drawnBySection.getOrDefault(entry.section(), 0)));
            rest.remove(next);
            drawnBySection.merge(next.section(), 1, Integer::sum);
            drawn.add(next.ref());
        }
        return drawn;
    }

    private static int distance(Level level, @Nullable Level wanted) {
        return wanted == null ? 0 : level.distanceTo(wanted);
    }
}
