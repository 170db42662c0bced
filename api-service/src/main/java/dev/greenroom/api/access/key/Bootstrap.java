package dev.greenroom.api.access.key;

import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Lets the operator's first keys in. What is there already stays as it is, a revoked key included. */
class Bootstrap {

    private static final String ACTOR = "bootstrap";
    private static final long LOCK = 4_707_110;

    private final BootstrapSettings settings;
    private final Session database;
    private final Clock clock;
    private final AuditLog audit;

    Bootstrap(BootstrapSettings settings, Session database, Clock clock, AuditLog audit) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    void start(@Observes StartupEvent event) {
        List<KeyText> keys = keys();
        if (!keys.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> ensure(keys));
        }
    }

    private List<KeyText> keys() {
        Stream<String> secret = settings.apiKeys().orElse(List.of()).stream();
        return Stream.concat(secret, settings.publishableKey().stream())
                .map(String::strip)
                .map(KeyText::new)
                .peek(Bootstrap::requireWellFormed)
                .toList();
    }

    /** Without the key in the message, which goes to the log. */
    private static void requireWellFormed(KeyText key) {
        if (!key.isWellFormed()) {
            throw new IllegalArgumentException(
                    "A key of greenroom.bootstrap is none: it has to be gr_live_, gr_test_ or"
                            + " gr_pub_ and 12 to 64 letters and digits; of 32, the last six are a checksum");
        }
    }

    private void ensure(List<KeyText> keys) {
        // Replicas start at the same time, and only one tenant is to come of it.
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) as locked", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        Map<KeyText, UUID> tenants = new HashMap<>();
        keys.forEach(key -> findTenantOf(key).ifPresent(tenant -> tenants.put(key, tenant)));
        List<KeyText> missing =
                keys.stream().filter(key -> !tenants.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            UUID tenant = keys.stream()
                    .flatMap(key -> Stream.ofNullable(tenants.get(key)))
                    .findFirst()
                    .orElseGet(this::tenant);
            missing.forEach(key -> add(tenant, key));
        }
    }

    private void add(UUID tenant, KeyText text) {
        ApiKey key = new ApiKey(tenant, ACTOR, text, text.isTest(), scopes(text), clock.instant());
        database.persist(key);
        audit.note(tenant, ACTOR, AuditAction.API_KEY_CREATED, IdKind.API_KEY.format(key.id()));
    }

    private static List<String> scopes(KeyText key) {
        return key.kind() == KeyKind.SECRET ? Scopes.OF_KEYS : List.of();
    }

    private Optional<UUID> findTenantOf(KeyText key) {
        return database.createQuery("select tenantId from api_key where keyHash = :hash", UUID.class)
                .setParameter("hash", key.hash())
                .uniqueResultOptional();
    }

    private UUID tenant() {
        return database.createNativeQuery("select id from tenant where name = :name order by id limit 1", UUID.class)
                .setParameter("name", settings.tenant())
                .getResultStream()
                .findFirst()
                .orElseGet(this::makeTenant);
    }

    private UUID makeTenant() {
        UUID tenant = TimeOrderedIds.next();
        database.createNativeMutationQuery("insert into tenant (id, name, created_at) values (:id, :name, :now)")
                .setParameter("id", tenant)
                .setParameter("name", settings.tenant())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return tenant;
    }
}
