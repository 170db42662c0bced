package dev.greenroom.api.browser;

import dev.greenroom.api.access.AcrossTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The origins whose pages may call: those that the operator has configured, and those that a tenant has named with one of
 * its keys, in that tenant's name. The latter are read every few seconds, since a preflight must not wait for a database.
 */
@ApplicationScoped
class Origins {

    private static final Logger LOG = Logger.getLogger(Origins.class);
    private static final String ALL = "*";
    private static final String OF_TENANTS = """
            select origin, tenant_id from api_key, jsonb_array_elements_text(origins) as origin
            where origins <> '[]' and revoked_at is null and (expires_at is null or expires_at > now())""";

    private final Set<String> configured;
    private final AgroalDataSource database;
    private volatile Map<String, Set<UUID>> tenants = Map.of();

    Origins(BrowserSettings settings, AgroalDataSource database) {
        this.configured = Set.copyOf(settings.origins().orElse(List.of()));
        this.database = database;
    }

    /** Whether pages of this origin may call in the name of a tenant, or of somebody, while it is not known who calls. */
    boolean allow(String origin, @Nullable UUID tenant) {
        if (origin.isEmpty()) {
            return false;
        }
        Set<UUID> own = tenants.getOrDefault(origin, Set.of());
        return configured.contains(ALL)
                || configured.contains(origin)
                || (tenant == null ? !own.isEmpty() : own.contains(tenant));
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            tenants = AcrossTenants.call(database, Origins::query);
        } catch (SQLException e) {
            LOG.debugf("Whose pages may call is as it was: %s", e.toString());
        }
    }

    private static Map<String, Set<UUID>> query(Connection connection) throws SQLException {
        Map<String, Set<UUID>> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OF_TENANTS)) {
            while (row.next()) {
                found.computeIfAbsent(row.getString(1), _ -> new HashSet<>()).add(row.getObject(2, UUID.class));
            }
        }
        return found;
    }
}
