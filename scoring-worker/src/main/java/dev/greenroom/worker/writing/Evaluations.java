package dev.greenroom.worker.writing;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.lease.Claim;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Looks up what has been written about an answer. Part of the caller's transaction. */
@Singleton
final class Evaluations {

    // As columns: Hibernate does not resolve an immutable entity in a stateless session.
    private static final String KNOWN = """
            select a, t, e.body from answer a join turn t on t.id = a.turnId
            left join evaluation e on e.answerId = a.id
                and e.version = (select max(x.version) from evaluation x where x.answerId = a.id)
            where a.id = :id""";

    private static final String UNDER_CLAIM = """
            select e.body from answer a join evaluation e on e.answerId = a.id
            where a.id = :id and a.attempt = :attempt and a.status = SCORING
            order by e.version desc limit 1""";

    private final StatelessSession database;

    Evaluations(StatelessSession database) {
        this.database = database;
    }

    /** An answer with its newest evaluation, if it has one. */
    record Known(Answer answer, Turn turn, @Nullable Evaluation newest) {}

    /** Null if the answer was erased. */
    @Nullable Known findKnown(UUID answerId) {
        Tuple row = database.createQuery(KNOWN, Tuple.class)
                .setParameter("id", answerId)
                .getSingleResultOrNull();
        return row == null
                ? null
                : new Known(row.get(0, Answer.class), row.get(1, Turn.class), row.get(2, Evaluation.class));
    }

    /** The newest evaluation of an answer that is still claimed under this number; null if it is not, or has none. */
    @Nullable Evaluation findUnder(Claim claim) {
        return database.createQuery(UNDER_CLAIM, Evaluation.class)
                .setParameter("id", claim.answerId())
                .setParameter("attempt", claim.attempt())
                .getSingleResultOrNull();
    }
}
