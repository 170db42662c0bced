package dev.greenroom.worker.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plain SQL, for what concerns many rows at once and needs no entities. */
@Singleton
public final class Database {

    private final DataSource dataSource;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does the work in a transaction of its own, which is rolled back if the work throws. */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                // After a commit there is nothing left to roll back, and this is free.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble(e);
        }
    }

    /** Does work that is one statement, or only reads: in the transaction of the caller if there is one. */
    public <T> T directly(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new DatabaseTrouble(e);
        }
    }
}
