package dev.greenroom.api;

import dev.greenroom.localstack.EmbeddedPostgres;
import dev.greenroom.localstack.GreenroomTestResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection of whoever owns the tables, whom no wall holds back, and who can become any role. */
public final class OwnersConnection implements AutoCloseable {

    private final Connection connection;

    public OwnersConnection() throws SQLException {
        this.connection = open();
    }

    /** The same as it is. */
    public static Connection open() throws SQLException {
        return DriverManager.getConnection(
                GreenroomTestResource.postgres().jdbcUrl(), EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public int update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The one value that the query finds. */
    public String text(String query) throws SQLException {
        return list(query).getFirst();
    }

    public List<String> list(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
