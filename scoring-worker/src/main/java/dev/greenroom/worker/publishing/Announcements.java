package dev.greenroom.worker.publishing;

import dev.greenroom.model.outbox.OutboxMessage;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Puts answers that wait to be scored on their way to the workers. */
@Singleton
public final class Announcements {

    private static final String INSERT =
            "insert into outbox (id, topic, key, payload, answer_id, created_at) values (?, ?, ?, ?, ?, ?)";

    private final Clock clock;

    public Announcements(Clock clock) {
        this.clock = clock;
    }

    /** Part of the caller's transaction; {@link Publishing#wake} once that has committed. */
    public void announce(Connection connection, List<WaitingAnswer> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (WaitingAnswer answer : answers) {
                add(insert, OutboxMessage.of(answer.announcement(clock.instant())));
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, OutboxMessage message) throws SQLException {
        insert.setObject(1, message.id());
        insert.setString(2, message.topic());
        insert.setString(3, message.key());
        insert.setString(4, message.payload());
        insert.setObject(5, message.answerId());
        insert.setObject(6, message.createdAt().atOffset(ZoneOffset.UTC));
        insert.addBatch();
    }
}
