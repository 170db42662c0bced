package dev.greenroom.worker.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells PostgreSQL in whose name the caller's transaction works. Beside claims, samples and accounts it sees nothing before
 * that.
 */
@Singleton
public final class Tenants {

    private static final String OF = "select set_config('greenroom.tenant', ?, true)";
    private static final String OF_ANSWERS = """
            select set_config('greenroom.tenant', coalesce(string_agg(distinct tenant_id::text, ','), ''), true)
            from answer where id = any (?)""";

    private final Database database;

    public Tenants(Database database) {
        this.database = database;
    }

    /** From now on, the transaction works for these tenants. */
    public void enter(Collection<UUID> tenants) {
        String names = tenants.stream().distinct().map(UUID::toString).collect(Collectors.joining(","));
        execute(OF, (_, statement) -> statement.setString(1, names));
    }

    /** From now on, the transaction works for whoever these answers belong to. */
    public void enterThoseOf(Collection<UUID> answers) {
        execute(
                OF_ANSWERS,
                (connection, statement) -> statement.setArray(1, connection.createArrayOf("uuid", answers.toArray())));
    }

    @FunctionalInterface
    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private void execute(String sql, Binding binding) {
        database.directly(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(connection, statement);
                return statement.execute();
            }
        });
    }
}
