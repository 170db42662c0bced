package dev.greenroom.worker.writing;

import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.lease.Claim;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets a result through only under the attempt number that is in force, and locks the answer's row until the end of the
 * caller's transaction.
 */
@Singleton
final class Fence {

    private static final String PASS = """
            update answer set status = outcome.status, reason = outcome.reason,
                failures = answer.failures + case outcome.status when 'FAILED' then 1 else 0 end,
                lease_owner = null, lease_expires_at = null, row_version = row_version + 1
            from unnest(?, ?, ?, ?) as outcome (id, attempt, status, reason)
            where answer.id = outcome.id and answer.attempt = outcome.attempt and answer.status = 'SCORING'
            returning answer.id""";

    private static final String HOLD = """
            update answer set row_version = row_version + 1
            where id = ? and attempt = ? and status = 'SCORING'
                and not exists (select 1 from evaluation where evaluation.answer_id = answer.id)""";

    private final Database database;

    Fence(Database database) {
        this.database = database;
    }

    /** Ends the claim with what became of the answer; false, having changed nothing, if it is no longer ours. */
    boolean passes(Outcome outcome) {
        return !pass(List.of(outcome)).isEmpty();
    }

    /** Keeps the claim; false if it is no longer ours, or if the answer has an evaluation. */
    boolean holdsWithoutEvaluation(Claim claim) {
        return database.directly(connection -> {
            try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
                hold.setObject(1, claim.answerId());
                hold.setInt(2, claim.attempt());
                return hold.executeUpdate() == 1;
            }
        });
    }

    /** Ends claims likewise, all at once; returns the answers that were still ours. */
    Set<UUID> pass(List<Outcome> outcomes) {
        return database.directly(connection -> {
            try (PreparedStatement pass = connection.prepareStatement(PASS)) {
                bind(connection, pass, outcomes);
                return answers(pass);
            }
        });
    }

    private static void bind(Connection connection, PreparedStatement pass, List<Outcome> outcomes)
            throws SQLException {
        bind(connection, pass, 1, "uuid", outcomes, outcome -> outcome.claim().answerId());
        bind(connection, pass, 2, "int4", outcomes, outcome -> outcome.claim().attempt());
        bind(connection, pass, 3, "text", outcomes, outcome -> outcome.status().name());
        bind(connection, pass, 4, "text", outcomes, Outcome::reason);
    }

    private static void bind(
            Connection connection,
            PreparedStatement pass,
            int place,
            String type,
            List<Outcome> outcomes,
            Function<Outcome, @Nullable Object> value)
            throws SQLException {
        Object[] values = outcomes.stream().map(value).toArray();
        pass.setArray(place, connection.createArrayOf(type, values));
    }

    private static Set<UUID> answers(PreparedStatement pass) throws SQLException {
        Set<UUID> answers = new HashSet<>();
        try (ResultSet result = pass.executeQuery()) {
            while (result.next()) {
                answers.add(result.getObject(1, UUID.class));
            }
        }
        return answers;
    }
}
