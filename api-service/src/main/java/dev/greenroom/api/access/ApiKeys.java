package dev.greenroom.api.access;

import dev.greenroom.model.id.TimeOrderedIds;
import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The API keys and the tenants that they speak for. */
@ApplicationScoped
class ApiKeys {

    private final Session database;
    private final Clock clock;

    ApiKeys(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The tenant behind a key that is not revoked. Remembered for five seconds, so a revoked key lives on for as long. */
    @CacheResult(cacheName = "api-keys")
    @Transactional
    Optional<UUID> findTenant(String key) {
        return lookUp(key);
    }

    private Optional<UUID> lookUp(String key) {
        return database.createNativeQuery(
                        "select tenant_id from api_key where key_hash = :hash and revoked_at is null", UUID.class)
                .setParameter("hash", ApiKeyHash.of(key))
                .uniqueResultOptional();
    }

    /** Makes sure that {@code key} opens a tenant of that name, which is made if need be. Idempotent. */
    @Transactional
    void ensure(String tenantName, String key) {
        if (lookUp(key).isPresent()) {
            return;
        }
        UUID tenant = TimeOrderedIds.next();
        database.createNativeMutationQuery("insert into tenant (id, name, created_at) values (:id, :name, :now)")
                .setParameter("id", tenant)
                .setParameter("name", tenantName)
                .setParameter("now", clock.instant())
                .executeUpdate();
        database.createNativeMutationQuery("insert into api_key (id, tenant_id, name, key_hash, created_at)"
                        + " values (:id, :tenant, 'bootstrap', :hash, :now) on conflict (key_hash) do nothing")
                .setParameter("id", TimeOrderedIds.next())
                .setParameter("tenant", tenant)
                .setParameter("hash", ApiKeyHash.of(key))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
