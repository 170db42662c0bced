package dev.greenroom.worker.trial;

import dev.greenroom.worker.database.Database;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sample answers that wait, each taken by one worker. */
@Singleton
final class Trials {

    private static final String TAKE = """
            update trial set taken_at = now() where id = (
                select id from trial where taken_at is null and expires_at > now() order by created_at
                for update skip locked limit 1)
            returning id, question_id, question_version, follow_up_id, text""";

    private static final String DONE = "update trial set done_at = now(), result = ?::jsonb where id = ?";
    private static final String FORGET = "delete from trial where expires_at < now()";

    private final Database database;

    Trials(Database database) {
        this.database = database;
    }

    Optional<Trial> takeNext() {
        return database.directly(connection -> {
            try (PreparedStatement take = connection.prepareStatement(TAKE);
                    ResultSet row = take.executeQuery()) {
                return row.next() ? Optional.of(Trial.read(row)) : Optional.empty();
            }
        });
    }

    /** Leaves the result for whoever waits; null when there is none. */
    void finish(UUID trial, @Nullable String result) {
        database.directly(connection -> {
            try (PreparedStatement update = connection.prepareStatement(DONE)) {
                update.setString(1, result);
                update.setObject(2, trial);
                return update.executeUpdate();
            }
        });
    }

    /** Removes what an API replica that died has left. */
    void forgetExpired() {
        database.directly(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
                return delete.executeUpdate();
            }
        });
    }
}
