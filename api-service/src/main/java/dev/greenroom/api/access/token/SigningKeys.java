package dev.greenroom.api.access.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The keys that sign and verify tokens: the operator's, or else those in the database, which all replicas read every
 * half minute. A new one begins to sign a minute after it was made, when every replica knows it; what the one before has
 * signed counts for the lifetime of a token from then on.
 */
@ApplicationScoped
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final long LOCK = 4_707_111;
    private static final Duration NOTICE = Duration.ofMinutes(1);

    private final TokenSettings settings;
    private final Session database;
    private final Clock clock;
    private volatile List<SigningKey> known = List.of();

    SigningKeys(TokenSettings settings, Session database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        known = settings.signingKeys()
                .map(files -> files.stream().map(PemKeys::read).toList())
                .orElseGet(this::keep);
    }

    @Scheduled(every = "30s", delayed = "30s")
    void refresh() {
        if (settings.signingKeys().isEmpty()) {
            try {
                known = keep();
            } catch (RuntimeException e) {
                LOG.warnf("The signing keys stay as they are until the next look: %s", e.toString());
            }
        }
    }

    /** The key that signs now. */
    SigningKey signer() {
        Instant now = clock.instant();
        List<SigningKey> keys = known;
        return keys.stream().filter(key -> !key.from().isAfter(now)).findFirst().orElseGet(keys::getFirst);
    }

    /** The key of that id, if its signatures count. */
    Optional<SigningKey> find(String id) {
        Instant now = clock.instant();
        return known.stream()
                .filter(key -> key.id().equals(id) && now.isBefore(key.until()))
                .findFirst();
    }

    /** Those of the database, newest first, after one was added and others dropped as their time has come. */
    private List<SigningKey> keep() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<SigningKey> keys = list();
            if (!isDue(keys)) {
                return keys;
            }
            lock();
            List<SigningKey> seen = list();
            return isDue(seen) ? rotate(seen) : seen;
        });
    }

    private boolean isDue(List<SigningKey> keys) {
        return keys.isEmpty()
                || !keys.getFirst().from().plus(settings.rotateEvery()).isAfter(clock.instant());
    }

    private List<SigningKey> rotate(List<SigningKey> old) {
        Instant now = clock.instant();
        add(SigningKey.random(old.isEmpty() ? now : now.plus(NOTICE)));
        database.createNativeMutationQuery("delete from signing_key where id not in"
                        + " (select id from signing_key order by signs_from desc limit 2)")
                .executeUpdate();
        return list();
    }

    private void add(SigningKey key) {
        database.createNativeMutationQuery("insert into signing_key (id, jwk, signs_from) values (:id, :jwk, :from)")
                .setParameter("id", key.id())
                .setParameter("jwk", key.jwk())
                .setParameter("from", key.from())
                .executeUpdate();
    }

    private void lock() {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) as locked", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    private List<SigningKey> list() {
        List<SigningKey> keys = database.createNativeQuery(
                        "select jwk, signs_from from signing_key order by signs_from desc", Object[].class)
                .getResultStream()
                .map(row -> SigningKey.parse((String) row[0], (Instant) row[1]))
                .toList();
        List<SigningKey> bounded = new ArrayList<>(keys);
        for (int index = 1; index < keys.size(); index++) {
            Instant end = keys.get(index - 1).from().plus(settings.ttl());
            bounded.set(index, keys.get(index).endingAt(end));
        }
        return List.copyOf(bounded);
    }
}
