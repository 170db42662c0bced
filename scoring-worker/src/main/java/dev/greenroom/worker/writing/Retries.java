package dev.greenroom.worker.writing;

import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.metrics.ScoringMetrics;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Puts answers back for a later try, and counts their failures in their rows. */
@Singleton
public final class Retries {

    private static final String TRY_AGAIN = """
            update answer set status = 'QUEUED', failures = failures + 1, lease_owner = null, lease_expires_at = null,
                next_attempt_at = now() + make_interval(secs => ? * least(? * power(2, failures), ?)),
                row_version = row_version + 1
            where id = ? and attempt = ? and status = 'SCORING' and failures + 1 < ?""";

    private static final String POSTPONE = """
            update answer set status = 'QUEUED', lease_owner = null, lease_expires_at = null,
                next_attempt_at = now() + make_interval(secs => ?), row_version = row_version + 1
            where id = ? and attempt = ? and status = 'SCORING'""";

    private final Database database;
    private final RetryConfig config;
    private final ResultWriting results;
    private final ScoringMetrics metrics;
    private final RandomGenerator random;

    public Retries(
            Database database,
            RetryConfig config,
            ResultWriting results,
            ScoringMetrics metrics,
            RandomGenerator random) {
        this.database = database;
        this.config = config;
        this.results = results;
        this.metrics = metrics;
        this.random = random;
    }

    /** Puts the answer back for a later try, or gives it up if this was the last one. */
    public void afterFailure(Claim claim) {
        if (putsBack(claim)) {
            metrics.retried();
        } else {
            results.giveUp(claim, FailureReason.SCORING_FAILED);
        }
    }

    /** Puts the answer back for later, which is no failure of it; returns false if the claim is no longer ours. */
    public boolean postpone(Claim claim, Duration gap) {
        boolean postponed = database.directly(connection -> {
            try (PreparedStatement update = connection.prepareStatement(POSTPONE)) {
                update.setDouble(1, gap.toMillis() / 1000.0);
                update.setObject(2, claim.answerId());
                update.setInt(3, claim.attempt());
                return update.executeUpdate() == 1;
            }
        });
        if (postponed) {
            metrics.opinionPostponed();
        }
        return postponed;
    }

    private boolean putsBack(Claim claim) {
        return database.directly(connection -> {
            try (PreparedStatement update = connection.prepareStatement(TRY_AGAIN)) {
                update.setDouble(1, 0.5 + random.nextDouble() / 2);
                update.setDouble(2, config.base().toMillis() / 1000.0);
                update.setDouble(3, config.cap().toMillis() / 1000.0);
                update.setObject(4, claim.answerId());
                update.setInt(5, claim.attempt());
                update.setInt(6, config.maxFailures());
                return update.executeUpdate() == 1;
            }
        });
    }
}
