package dev.greenroom.api.guest;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.problem.Fault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.Session;

/** Counts the attempts to start guest sessions, over all replicas, and refuses those that are too many. */
@ApplicationScoped
class GuestQuota {

    private static final String COUNT = """
            insert into guest_start as g (api_key_id, tenant_id, hour, network, started)
            select :key, :tenant, :hour, network, 1 from unnest(cast(:networks as text[])) as network order by network
            on conflict (api_key_id, hour, network) do update set started = g.started + 1
            returning network, started""";

    private final Session database;
    private final GuestSettings settings;
    private final Clock clock;

    GuestQuota(Session database, GuestSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts an attempt, in a transaction of its own: one that is refused counts as well. */
    void take(Caller.KeyHolder key, String network) {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        String hashed = hash(key.key(), hour + network);
        List<Object[]> counts = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(COUNT, Object[].class)
                        .setParameter("key", key.key())
                        .setParameter("tenant", key.tenant())
                        .setParameter("hour", hour)
                        .setParameter("networks", new String[] {"", hashed})
                        .getResultList());
        boolean exceeded = counts.stream()
                .anyMatch(row -> (int) row[1] > (row[0].equals("") ? settings.perKey() : settings.perAddress()));
        if (exceeded) {
            throw new Fault.TooMany(
                    "guest_quota_exceeded",
                    "Too many guest sessions were started within the hour. Try again later.",
                    Duration.between(now, hour.plus(1, ChronoUnit.HOURS)).plusSeconds(1));
        }
    }

    /** Good for counting and, without the id of the key, for nothing else. */
    private static String hash(UUID key, String place) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(place.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void forget() {
        database.createNativeMutationQuery("delete from guest_start where hour < :oldest")
                .setParameter("oldest", clock.instant().minus(2, ChronoUnit.HOURS))
                .executeUpdate();
    }
}
