package dev.greenroom.api.access.key;

import dev.greenroom.api.access.AcrossTenants;
import dev.greenroom.api.access.Caller;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a key. What was found is remembered for four seconds, so that a request costs no look into the database in
 * the usual case, and a key that was revoked is refused by every replica within five.
 */
@ApplicationScoped
class KeyChecking {

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final Cache cache;
    private final EntityManager database;
    private final Clock clock;

    KeyChecking(@CacheName("api-keys") Cache cache, EntityManager database, Clock clock) {
        this.cache = cache;
        this.database = database;
        this.clock = clock;
    }

    /** What is remembered of the key; null when it has to be looked up. Never blocks. */
    @Nullable Found findRemembered(KeyText key) {
        CompletableFuture<Found> remembered = cache.as(CaffeineCache.class).getIfPresent(key.hexHash());
        return remembered == null || remembered.isCompletedExceptionally() ? null : remembered.getNow(null);
    }

    Found find(KeyText key) {
        return cache.get(key.hexHash(), _ -> AcrossTenants.call(() -> lookUp(key)))
                .await()
                .indefinitely();
    }

    /** Has this replica look every key up anew, so that a change takes effect here at once. */
    void forget() {
        cache.invalidateAll().await().indefinitely();
    }

    private Found lookUp(KeyText key) {
        Instant now = clock.instant();
        Optional<ApiKey> live = database.createQuery("from api_key where keyHash = :hash", ApiKey.class)
                .setParameter("hash", key.hash())
                .getResultStream()
                .findFirst()
                .filter(found -> found.isLive(now));
        live.ifPresent(found -> noteUse(found, now));
        return live.map(found -> new Found(found.holder(), found.expiresAt().orElse(Instant.MAX)))
                .orElse(Found.NONE);
    }

    private void noteUse(ApiKey key, Instant now) {
        Instant due = now.minus(USE_IS_NOTED_EVERY);
        if (key.lastUsedAt().filter(due::isBefore).isEmpty()) {
            database.createQuery("update api_key set lastUsedAt = :now where id = :id")
                    .setParameter("now", now)
                    .setParameter("id", key.id())
                    .executeUpdate();
        }
    }

    /**
     * What a look at a key shows.
     *
     * @param holder null when nobody holds such a key
     */
    record Found(Caller.@Nullable KeyHolder holder, Instant until) {

        static final Found NONE = new Found(null, Instant.MAX);

        Optional<Caller.KeyHolder> at(Instant now) {
            return Optional.ofNullable(holder).filter(_ -> now.isBefore(until));
        }
    }
}
