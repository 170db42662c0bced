package dev.greenroom.worker.writing;

import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.metrics.ScoringMetrics;
import dev.greenroom.worker.publishing.Publishing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits outcomes, each exactly once: a result whose claim was lost meanwhile changes nothing. May be repeated after
 * any error, even when it is unknown whether the commit went through.
 */
@Singleton
public final class ResultWriting {

    private static final Logger LOG = LoggerFactory.getLogger(ResultWriting.class);

    private final Results results;
    private final Publishing publishing;
    private final ScoringMetrics metrics;
    private final Clock clock;

    ResultWriting(Results results, Publishing publishing, ScoringMetrics metrics, Clock clock) {
        this.results = results;
        this.publishing = publishing;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Returns whether the result counts. */
    public boolean write(ScoredAnswer scored) {
        if (!QuarkusTransaction.requiringNew().call(() -> results.score(scored))) {
            return drop(scored.claim());
        }
        publishing.wake();
        Duration sinceSubmission = Duration.between(scored.answer().submittedAt(), clock.instant());
        if (scored.hasScore()) {
            metrics.scored(sinceSubmission);
        } else {
            metrics.unscored(sinceSubmission);
        }
        return true;
    }

    /** Gives the answer up, so that the interview goes on without its feedback; returns whether it did. */
    public boolean fail(Claim claim, FailureReason reason) {
        if (!QuarkusTransaction.requiringNew().call(() -> results.fail(claim, reason))) {
            return drop(claim);
        }
        publishing.wake();
        metrics.failed();
        LOG.error("Answer {} has failed for good at attempt {}: {}", claim.answerId(), claim.attempt(), reason);
        return true;
    }

    private boolean drop(Claim claim) {
        metrics.late();
        LOG.info("Too late: answer {} is no longer claimed under attempt {}", claim.answerId(), claim.attempt());
        return false;
    }
}
