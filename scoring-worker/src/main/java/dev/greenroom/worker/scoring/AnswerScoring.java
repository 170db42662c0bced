package dev.greenroom.worker.scoring;

import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.opinion.FirstResults;
import dev.greenroom.worker.opinion.Opinions;
import dev.greenroom.worker.opinion.Unsettled;
import dev.greenroom.worker.writing.ResultWriting;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Scores one claimed answer from beginning to end. Whatever goes wrong is counted in the answer's row; while the
 * database is away the work waits for it and nothing is counted.
 */
@Singleton
final class AnswerScoring {

    private final WorkLoading loading;
    private final Judging judging;
    private final FirstResults firstResults;
    private final Opinions opinions;
    private final Failures failures;

    AnswerScoring(
            WorkLoading loading, Judging judging, FirstResults firstResults, Opinions opinions, Failures failures) {
        this.loading = loading;
        this.judging = judging;
        this.firstResults = firstResults;
        this.opinions = opinions;
        this.failures = failures;
    }

    /** Reads the work on all claims at once; empty when one of them can't be read, so that each is read by itself. */
    Map<UUID, Work> read(List<Claim> claims) {
        try {
            return loading.load(claims.stream().map(Claim::answerId).toList());
        } catch (RuntimeException _) {
            return Map.of();
        }
    }

    /**
     * Scores the answer and moves its interview on, unless words for the follow-up are still to be found. Never throws an
     * exception; the result is empty unless that or a second opinion is left to be waited for.
     *
     * @param read what {@link #read} found
     */
    Optional<Unsettled> score(Claim claim, @Nullable Work read) {
        try (ResultWriting.ExpectedResult result = firstResults.expect()) {
            Work work = read == null ? readOne(claim) : read;
            return work == null ? Optional.empty() : firstResults.store(judging.judge(claim, work), result);
        } catch (RuntimeException e) {
            failures.count(claim, e);
            return Optional.empty();
        }
    }

    /** Finds words for the follow-up and hears the second opinion, for as long as that takes. Never throws an exception. */
    void settle(Claim claim, Unsettled answer) {
        try {
            firstResults.word(answer).ifPresent(opinions::settle);
        } catch (RuntimeException e) {
            failures.count(claim, e);
        }
    }

    /** Null when the answer was erased since it was claimed. */
    private @Nullable Work readOne(Claim claim) {
        return loading.load(List.of(claim.answerId())).get(claim.answerId());
    }
}
