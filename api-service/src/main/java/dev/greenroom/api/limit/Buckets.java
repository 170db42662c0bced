package dev.greenroom.api.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.BucketNotFoundException;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Token buckets in the database, as one replica sees them. It lets requests in by what it knows and tells the others later: after a fiftieth of the quota, or when it has not looked for some seconds. What it let
 * in is owed by the bucket, so that too many now are too few a moment later.
 */
class Buckets {

    private static final int SHARE_AHEAD = 50;
    private static final int KNOWN = 5_000;
    private static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final int BATCH = 1_000;
    private static final int MOST_FAILURES = 3;

    private final LimitSettings settings;
    private final TimeMeter time;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> stored;
    private final Cache<String, Bucket> known =
            Caffeine.newBuilder().maximumSize(KNOWN).build();

    Buckets(DataSource database, LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new ClockTime(clock);
        this.stored = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LEEWAY))
                .clientClock(time)
                .build();
    }

    /** Takes a token from the bucket of {@code subject}; not within a transaction. */
    Allowance take(Quota quota, String subject) {
        ConsumptionProbe probe = take(id(quota, subject), quota.rate(settings));
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Allowance(
                quota, quota.rate(settings), probe.isConsumed(), probe.getRemainingTokens(), Duration.ofNanos(wait));
    }

    /** Whoever finds that the row was deleted, being full and old, lets one make it anew. */
    private ConsumptionProbe take(String id, LimitSettings.Rate rate) {
        for (int failures = 0; ; failures++) {
            try {
                return bucket(id, rate).tryConsumeAndReturnRemaining(1);
            } catch (RuntimeException e) {
                if (failures == MOST_FAILURES || !isGone(e)) {
                    throw e;
                }
                known.invalidate(id);
            }
        }
    }

    /** bucket4j tells it to all who asked at the same time but to one, who makes the row. */
    private static boolean isGone(RuntimeException e) {
        return e instanceof BucketNotFoundException || e.getCause() instanceof BucketNotFoundException;
    }

    Bucket bucket(Quota quota, String subject) {
        return bucket(id(quota, subject), quota.rate(settings));
    }

    /** One at a time makes the row, and the others wait for it. */
    private Bucket bucket(String id, LimitSettings.Rate rate) {
        return known.get(id, _ -> {
            Bucket bucket = open(rate, id);
            bucket.getAvailableTokens();
            return bucket;
        });
    }

    /** Under other settings it is another bucket, so that releases with different ones can run side by side. */
    private String id(Quota quota, String subject) {
        LimitSettings.Rate rate = quota.rate(settings);
        return "%s:%d/%s:%s".formatted(quota.policy(), rate.requests(), rate.per(), subject);
    }

    private Bucket open(LimitSettings.Rate rate, String id) {
        Bandwidth bandwidth = Bandwidth.builder()
                .capacity(rate.requests())
                .refillGreedy(rate.requests(), rate.per())
                .build();
        BucketConfiguration configuration =
                BucketConfiguration.builder().addLimit(bandwidth).build();
        return stored.builder()
                .withOptimization(new DelayOptimization(ahead(rate), NopeOptimizationListener.INSTANCE, time))
                .build(id, () -> configuration);
    }

    private DelayParameters ahead(LimitSettings.Rate rate) {
        return new DelayParameters(Math.max(1, rate.requests() / SHARE_AHEAD), settings.lookEvery());
    }

    /** Deletes buckets that are full again, which tell no more than none. */
    void forgetFullOnes() {
        int deleted;
        do {
            deleted = stored.removeExpired(BATCH);
        } while (deleted == BATCH);
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
