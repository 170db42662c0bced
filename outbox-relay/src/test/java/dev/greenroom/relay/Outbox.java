package dev.greenroom.relay;

import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.outbox.OutboxMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** The outbox as a service writes it. */
final class Outbox {

    private static final String INSERT =
            "insert into outbox (id, topic, key, payload, answer_id, created_at) values (?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;

    private Outbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static Outbox in(String jdbcUrl, String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        dataSource.setUser(user);
        Flyway.configure().dataSource(dataSource).load().migrate();
        return new Outbox(dataSource);
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Commits as many messages of one session, in one transaction, and returns them in their order. */
    List<OutboxMessage> commit(UUID session, int count) throws SQLException {
        List<OutboxMessage> messages =
                Stream.generate(() -> message(session)).limit(count).toList();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (OutboxMessage message : messages) {
                insert.setObject(1, message.id());
                insert.setString(2, message.topic());
                insert.setString(3, message.key());
                insert.setString(4, message.payload());
                insert.setObject(5, message.answerId());
                insert.setObject(6, message.createdAt().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
        return messages;
    }

    private static OutboxMessage message(UUID session) {
        return OutboxMessage.of(new EventEnvelope(
                TimeOrderedIds.next(),
                EventType.ANSWER_SUBMITTED,
                EventEnvelope.SCHEMA_VERSION,
                UUID.randomUUID(),
                session,
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                null,
                Instant.now(),
                null));
    }

    List<UUID> listIds() throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from outbox order by id");
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                ids.add(result.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    void clear() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from outbox")) {
            delete.executeUpdate();
        }
    }
}
