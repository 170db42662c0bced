package dev.greenroom.worker.writing;

import dev.greenroom.model.interview.Turn;
import jakarta.inject.Singleton;
import java.util.OptionalDouble;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** How well the threads of an interview went. Reads in the caller's transaction. */
@Singleton
final class ThreadScores {

    private static final String EARLIER = """
            select count(e.score), coalesce(sum(e.score), 0) from turn t
            join answer a on a.turn_id = t.id
            join evaluation e on e.answer_id = a.id
                and e.version = (select max(x.version) from evaluation x where x.answer_id = a.id)
            where t.main_turn_id = :thread and t.id <> :last""";

    private final StatelessSession database;

    ThreadScores(StatelessSession database) {
        this.database = database;
    }

    /**
     * The mean of a thread's scores; empty when none of its turns has one.
     *
     * @param points the score of the last turn, which is not stored yet; null when it has none
     */
    OptionalDouble mean(Turn last, @Nullable Integer points) {
        Object[] earlier = database.createNativeQuery(EARLIER, Object[].class)
                .setParameter("thread", last.mainTurnId())
                .setParameter("last", last.id())
                .getSingleResult();
        long count = ((Number) earlier[0]).longValue() + (points == null ? 0 : 1);
        long sum = ((Number) earlier[1]).longValue() + (points == null ? 0 : points);
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count);
    }
}
