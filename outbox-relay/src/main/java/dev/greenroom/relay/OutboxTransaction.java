package dev.greenroom.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A transaction that takes rows out of the outbox. Unless it is committed, they are still in.
 *
 * <p>Rows are deleted and not marked: that writes less to the log, and nothing has to be pruned.
 */
final class OutboxTransaction implements AutoCloseable {

    // A crash may bring back rows whose deletion had not reached the disk, which are then published once more. That
    // is allowed, so the commit need not wait for the disk. The array makes sure that the rows are picked only once,
    // whatever join the planner chooses.
    private static final String TAKE = """
            set local synchronous_commit = off;
            delete from outbox
            where id = any (array(select id from outbox order by id limit ? for update skip locked))
            returning id, topic, key, payload, created_at""";

    private final Connection connection;

    private OutboxTransaction(Connection connection) {
        this.connection = connection;
    }

    static OutboxTransaction begin(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new OutboxTransaction(connection);
    }

    /** The oldest rows that no other transaction has taken, oldest first. */
    List<OutboxRow> take(int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, limit);
            statement.execute();
            statement.getMoreResults();
            return inOrder(statement.getResultSet());
        }
    }

    private static List<OutboxRow> inOrder(ResultSet result) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(new OutboxRow(
                    result.getObject("id", UUID.class),
                    result.getString("topic"),
                    result.getString("key"),
                    result.getString("payload"),
                    result.getObject("created_at", OffsetDateTime.class).toInstant()));
        }
        // By the text: UUID.compareTo is signed and so has another order than PostgreSQL.
        rows.sort(Comparator.comparing(row -> row.id().toString()));
        return rows;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Puts back what was taken and not committed. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
