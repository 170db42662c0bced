package dev.greenroom.api.access;

import dev.greenroom.api.problem.Outage;
import io.agroal.api.AgroalDataSource;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells PostgreSQL at the beginning of each transaction whose rows it may see: in a request those of the caller's tenant, and
 * none before it is known who calls; of all tenants in the jobs of the service.
 */
@ApplicationScoped
class TenantWall {

    private static final Logger LOG = Logger.getLogger(TenantWall.class);
    private static final String OF_ONE = "select set_config('greenroom.tenant', ?, true)";

    private final AgroalDataSource database;
    private final CurrentVertxRequest request;
    private final TransactionSynchronizationRegistry transaction;

    TenantWall(AgroalDataSource database, CurrentVertxRequest request, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.request = request;
        this.transaction = transaction;
    }

    void begin(@Observes @Initialized(TransactionScoped.class) Object event) {
        RoutingContext present = findRequest();
        if (present == null || AcrossTenants.ALLOWED.isBound()) {
            execute(AcrossTenants.ROLE, null, present);
            return;
        }
        UUID tenant = Caller.tenantOf(present);
        if (tenant != null) {
            execute(OF_ONE, tenant.toString(), present);
        }
    }

    private @Nullable RoutingContext findRequest() {
        try {
            return request.getCurrent();
        } catch (ContextNotActiveException _) {
            return null;
        }
    }

    /** Trouble must not leave the transaction on the thread: it goes on, sees nothing and comes to nothing. */
    private void execute(String sql, @Nullable String value, @Nullable RoutingContext request) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (value != null) {
                statement.setString(1, value);
            }
            statement.execute();
        } catch (SQLException e) {
            LOG.debugf("A transaction could not be told whose rows it may see: %s", e.toString());
            transaction.setRollbackOnly();
            if (request != null) {
                Outage.note(request);
            }
        }
    }
}
