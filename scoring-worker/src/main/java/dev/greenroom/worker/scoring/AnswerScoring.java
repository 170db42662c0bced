package dev.greenroom.worker.scoring;

import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.writing.ResultWriting;
import dev.greenroom.worker.writing.Retries;
import dev.greenroom.worker.writing.ScoredAnswer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores one claimed answer from beginning to end. Whatever goes wrong is counted in the answer's row; while the
 * database is away the work waits for it and nothing is counted.
 */
@Singleton
final class AnswerScoring {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerScoring.class);

    private final WorkLoading loading;
    private final Judging judging;
    private final ResultWriting results;
    private final Retries retries;
    private final Insistence insistence;

    AnswerScoring(WorkLoading loading, Judging judging, ResultWriting results, Retries retries, Insistence insistence) {
        this.loading = loading;
        this.judging = judging;
        this.results = results;
        this.retries = retries;
        this.insistence = insistence;
    }

    /** Reads the work on all claims at once; empty when one of them can't be read, so that each is read by itself. */
    Map<UUID, Work> read(List<Claim> claims) {
        List<UUID> answers = claims.stream().map(Claim::answerId).toList();
        try {
            return insistence.insist(() -> loading.load(answers));
        } catch (RuntimeException _) {
            return Map.of();
        }
    }

    /** Never throws an exception; {@code read} is what {@link #read} found. */
    void score(Claim claim, @Nullable Work read) {
        try {
            Work work = read == null ? readOne(claim) : read;
            if (work != null) {
                ScoredAnswer scored = judging.judge(claim, work);
                insistence.insist(() -> results.write(scored));
            }
        } catch (RuntimeException e) {
            LOG.warn("Attempt {} to score answer {} failed", claim.attempt(), claim.answerId(), e);
            countFailure(claim);
        }
    }

    /** Null when the answer was erased since it was claimed. */
    private @Nullable Work readOne(Claim claim) {
        return insistence.insist(() -> loading.load(List.of(claim.answerId()))).get(claim.answerId());
    }

    private void countFailure(Claim claim) {
        try {
            insistence.insist(() -> {
                retries.afterFailure(claim);
                return claim;
            });
        } catch (RuntimeException e) {
            // The lease runs out then, and the sweeper counts the failure.
            LOG.error("The failure of answer {} can't be written", claim.answerId(), e);
        }
    }
}
