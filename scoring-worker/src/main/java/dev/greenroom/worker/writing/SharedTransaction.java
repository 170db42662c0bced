package dev.greenroom.worker.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Results of different sessions that are written together. Whoever adds to it holds the lock of its owner. */
final class SharedTransaction {

    private final ScoredAnswer first;
    private final List<ScoredAnswer> results;
    private final CompletableFuture<Set<UUID>> written = new CompletableFuture<>();

    SharedTransaction(ScoredAnswer first) {
        this.first = first;
        this.results = new ArrayList<>(List.of(first));
    }

    boolean takes(ScoredAnswer result) {
        return !isFull()
                && results.stream().noneMatch(other -> other.sessionId().equals(result.sessionId()));
    }

    boolean isFull() {
        return results.size() == SharedTransactions.MOST;
    }

    void add(ScoredAnswer result) {
        results.add(result);
    }

    /** Whether it is for this result's thread to have all written. */
    boolean isLedBy(ScoredAnswer result) {
        return first.claim().equals(result.claim());
    }

    /** To be called once, when nobody adds to it any longer. */
    void write(Function<List<ScoredAnswer>, Set<UUID>> transaction) {
        try {
            written.complete(transaction.apply(List.copyOf(results)));
        } catch (RuntimeException | Error e) {
            written.completeExceptionally(e);
        }
    }

    /** Whether a result counts, once it is written: with the others or, where that failed, by itself. */
    boolean await(ScoredAnswer result, Function<List<ScoredAnswer>, Set<UUID>> transaction) {
        try {
            return written.join().contains(result.answerId());
        } catch (CompletionException _) {
            return transaction.apply(List.of(result)).contains(result.answerId());
        }
    }
}
