package dev.greenroom.bench;

import dev.greenroom.localstack.EmbeddedPostgres;
import dev.greenroom.localstack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The stack's database, for what no client of the API could see or do. */
final class Database {

    private final String url;

    Database(Stack stack) {
        // The last as the API has it: one statement for the rows of a batch.
        this.url = stack.jdbcUrl() + "?user=" + EmbeddedPostgres.USER + "&password=" + EmbeddedPostgres.PASSWORD
                + "&reWriteBatchedInserts=true";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** The first column of the only row of a query. */
    long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
