package dev.greenroom.api.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The keys that have been used, and what was answered to each. */
@ApplicationScoped
class IdempotencyRecords {

    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final Session database;
    private final Clock clock;

    IdempotencyRecords(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes the key for the length of the caller's transaction, if nobody holds it and nobody has used it. */
    Reservation reserve(UUID tenant, String key) {
        Object[] row = database.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:key, cast(:tenantBits as bigint))),"
                                + " r.request_hash, r.status, r.location, r.body from (select 1) as one"
                                + " left join idempotency_record r"
                                + " on r.tenant_id = :tenant and r.key = :key and r.created_at > :oldest",
                        Object[].class)
                .setParameter("key", key)
                .setParameter("tenantBits", tenant.getLeastSignificantBits())
                .setParameter("tenant", tenant)
                .setParameter("oldest", clock.instant().minus(KEPT_FOR))
                .getSingleResult();
        if (row[1] != null) {
            return new Reservation.Used(
                    (byte[]) row[1], new StoredResponse((int) row[2], (String) row[3], (String) row[4]));
        }
        return (boolean) row[0] ? new Reservation.Free() : new Reservation.Running();
    }

    /**
     * What a key was used for.
     *
     * @param session with which the record goes, if it is about one
     */
    @SuppressWarnings("ArrayRecordComponent") // a hash, which nobody changes
    record Use(
            byte[] requestHash,
            StoredResponse response,
            @Nullable UUID session) {}

    /** Remembers the response; false if the key was used since it was reserved. */
    boolean keep(UUID tenant, String key, Use use) {
        StoredResponse response = use.response();
        return database.createNativeMutationQuery("insert into idempotency_record as r"
                                + " (tenant_id, key, request_hash, status, location, body, session_id, created_at)"
                                + " values (:tenant, :key, :hash, :status, :location, :body, :session, :now)"
                                + " on conflict (tenant_id, key) do update set request_hash = excluded.request_hash,"
                                + " status = excluded.status, location = excluded.location, body = excluded.body,"
                                + " session_id = excluded.session_id,"
                                + " created_at = excluded.created_at where r.created_at <= :oldest")
                        .setParameter("tenant", tenant)
                        .setParameter("key", key)
                        .setParameter("hash", use.requestHash())
                        .setParameter("status", response.status())
                        .setParameter("location", response.location(), String.class)
                        .setParameter("body", response.body())
                        .setParameter("session", use.session(), UUID.class)
                        .setParameter("now", clock.instant())
                        .setParameter("oldest", clock.instant().minus(KEPT_FOR))
                        .executeUpdate()
                == 1;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forgetOldOnes() {
        database.createNativeMutationQuery("delete from idempotency_record where created_at <= :oldest")
                .setParameter("oldest", clock.instant().minus(KEPT_FOR))
                .executeUpdate();
    }
}
