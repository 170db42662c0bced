package dev.greenroom.api.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Work that can't be done in the name of a tenant, such as finding out who is calling, and that says so. */
public final class AcrossTenants {

    static final String ROLE = "set local role greenroom_system";
    static final ScopedValue<Boolean> ALLOWED = ScopedValue.newInstance();

    private AcrossTenants() {}

    /** Something done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does the work in a transaction of its own that sees the rows of all tenants, whoever calls. */
    public static <T> T call(Callable<T> work) {
        return ScopedValue.where(ALLOWED, true)
                .call(() -> QuarkusTransaction.requiringNew().call(work));
    }

    /** The same in plain SQL, for what runs beside all requests. */
    public static <T> T call(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement role = connection.createStatement()) {
                role.execute(ROLE);
                T result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                // After a commit there is nothing left to roll back, and this is free.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
