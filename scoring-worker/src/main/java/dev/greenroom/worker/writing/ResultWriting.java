package dev.greenroom.worker.writing;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.worker.database.Tenants;
import dev.greenroom.worker.database.Transactions;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.metrics.ScoringMetrics;
import dev.greenroom.worker.publishing.Publishing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Tenants tenants;
    private final Transactions transactions;
    private final SharedTransactions shared;
    private final Publishing publishing;
    private final ScoringMetrics metrics;
    private final Clock clock;

    ResultWriting(
            Results results,
            Tenants tenants,
            Transactions transactions,
            Publishing publishing,
            ScoringMetrics metrics,
            Clock clock) {
        this.results = results;
        this.tenants = tenants;
        this.transactions = transactions;
        this.shared = new SharedTransactions(scored -> transactions.call(() -> score(scored)));
        this.publishing = publishing;
        this.metrics = metrics;
        this.clock = clock;
    }

    private Set<UUID> score(Collection<ScoredAnswer> scored) {
        tenants.enter(scored.stream().map(one -> one.answer().tenantId()).toList());
        return results.score(scored);
    }

    /** To be called when the scoring of an answer begins: results that are ready wait a little for one that is not. */
    public ExpectedResult expect() {
        return new ExpectedResult(shared.expect());
    }

    /** The place of a result that is on its way; to be closed whatever becomes of it. */
    public final class ExpectedResult implements AutoCloseable {

        private final SharedTransactions.Expectation expectation;

        private ExpectedResult(SharedTransactions.Expectation expectation) {
            this.expectation = expectation;
        }

        /** Returns whether the result counts. */
        public boolean write(ScoredAnswer scored) {
            return metrics.writing(() -> expectation.write(scored)) ? report(scored) : drop(scored.claim());
        }

        @Override
        public void close() {
            expectation.close();
        }
    }

    /** Returns whether a result counts that nobody was told to expect. */
    public boolean write(ScoredAnswer scored) {
        try (ExpectedResult result = expect()) {
            return result.write(scored);
        }
    }

    private boolean report(ScoredAnswer scored) {
        publishing.wake();
        count(scored);
        return true;
    }

    private void count(ScoredAnswer scored) {
        if (scored.hasScore()) {
            metrics.scored();
        } else {
            metrics.unscored();
        }
        Evaluation previous = scored.previous();
        if (previous == null) {
            metrics.firstFeedback(sinceSubmission(scored));
        } else if (previous.stage() == Stage.PRELIMINARY) {
            metrics.secondFeedback(sinceSubmission(scored));
        }
    }

    private Duration sinceSubmission(ScoredAnswer scored) {
        return Duration.between(scored.answer().submittedAt(), clock.instant());
    }

    /**
     * Stores a first evaluation that a second opinion is to supersede, together with the interview's next step; the
     * answer stays claimed. Returns the evaluation, empty if it comes too late.
     */
    public Optional<Evaluation> writePreliminary(ScoredAnswer scored) {
        Evaluation written = transactions.call(() -> {
            tenants.enter(List.of(scored.answer().tenantId()));
            return results.scoreForNow(scored);
        });
        if (written == null) {
            drop(scored.claim());
            return Optional.empty();
        }
        publishing.wake();
        metrics.preliminary();
        metrics.firstFeedback(sinceSubmission(scored));
        return Optional.of(written);
    }

    /**
     * Gives the answer up; returns whether it did. If there is an evaluation already it has the last word, else the
     * interview goes on without feedback.
     */
    public boolean giveUp(Claim claim, FailureReason reason) {
        GivenUp outcome = transactions.call(() -> {
            tenants.enterThoseOf(List.of(claim.answerId()));
            return results.giveUp(claim, reason);
        });
        return switch (outcome) {
            case LATE -> drop(claim);
            case FAILED -> {
                publishing.wake();
                metrics.failed();
                LOG.error("Answer {} has failed for good at attempt {}: {}", claim.answerId(), claim.attempt(), reason);
                yield true;
            }
            case SETTLED -> {
                publishing.wake();
                metrics.opinionAbandoned();
                LOG.warn("Answer {} keeps the evaluation that it has: {}", claim.answerId(), reason);
                yield true;
            }
        };
    }

    private boolean drop(Claim claim) {
        metrics.late();
        LOG.info("Too late: answer {} is no longer claimed under attempt {}", claim.answerId(), claim.attempt());
        return false;
    }
}
