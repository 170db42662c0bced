package dev.greenroom.worker.sweep;

import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.metrics.ScoringMetrics;
import dev.greenroom.worker.publishing.Publishing;
import dev.greenroom.worker.writing.FailureReason;
import dev.greenroom.worker.writing.ResultWriting;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts stray answers back on their way: losing a worker, or the whole topic, loses no answer. */
@Singleton
public final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Sweeping sweeping;
    private final ResultWriting results;
    private final Publishing publishing;
    private final ScoringMetrics metrics;

    Sweeper(Sweeping sweeping, ResultWriting results, Publishing publishing, ScoringMetrics metrics) {
        this.sweeping = sweeping;
        this.results = results;
        this.publishing = publishing;
        this.metrics = metrics;
    }

    public void sweep() {
        int expired = sweeping.announceExpired();
        int due = sweeping.announceDue();
        int forgotten = sweeping.announceForgotten();
        if (expired + due + forgotten > 0) {
            publishing.wake();
            LOG.info("Announced again: {} with an expired lease, {} to retry, {} forgotten", expired, due, forgotten);
        }
        List<Claim> exhausted = sweeping.takeOverExhausted();
        metrics.expired(expired + exhausted.size());
        exhausted.forEach(this::giveUp);
    }

    /** One that can't be given up, now or ever, must not keep the others from it. */
    private void giveUp(Claim claim) {
        try {
            results.giveUp(claim, FailureReason.WORKER_LOST);
        } catch (RuntimeException e) {
            LOG.error("Answer {} can't be given up", claim.answerId(), e);
        }
    }
}
