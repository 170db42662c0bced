package dev.greenroom.worker.scoring;

import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.writing.Retries;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what went wrong with an answer where the next worker sees it. */
@Singleton
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Retries retries;
    private final Insistence insistence;

    Failures(Retries retries, Insistence insistence) {
        this.retries = retries;
        this.insistence = insistence;
    }

    /** Never throws an exception. */
    void count(Claim claim, RuntimeException trouble) {
        LOG.warn("Attempt {} to score answer {} failed", claim.attempt(), claim.answerId(), trouble);
        try {
            insistence.insist(() -> retries.afterFailure(claim));
        } catch (RuntimeException e) {
            // The lease runs out then, and the sweeper counts the failure.
            LOG.error("The failure of answer {} can't be written", claim.answerId(), e);
        }
    }
}
