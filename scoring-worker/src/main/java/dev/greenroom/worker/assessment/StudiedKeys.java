package dev.greenroom.worker.assessment;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The answer keys that are worth keeping, each studied once however many threads ask for it at the same time. What is
 * studied may take so much memory and no more; a key that had to go is studied again when it is asked for.
 */
final class StudiedKeys {

    private static final double FULL = 0.95;

    private final Function<AnswerKey, StudiedKey> study;
    private final AsyncCache<String, StudiedKey> byReference;

    /** @param size of all vectors kept, in bytes */
    StudiedKeys(long size, Function<AnswerKey, StudiedKey> study) {
        this.study = study;
        this.byReference = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String _, StudiedKey key) -> key.references().size())
                .executor(Runnable::run)
                .buildAsync();
    }

    /** Studies the key on the calling thread, or waits for the thread that is at it. */
    StudiedKey require(AnswerKey key) {
        CompletableFuture<StudiedKey> mine = new CompletableFuture<>();
        CompletableFuture<StudiedKey> first = byReference.asMap().putIfAbsent(key.reference(), mine);
        if (first != null) {
            return first.join();
        }
        try {
            mine.complete(study.apply(key));
        } catch (RuntimeException | Error e) {
            // The cache forgets it then.
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }

    /** Whether one more key can be kept without another having to go. */
    boolean haveRoom() {
        Policy.Eviction<String, StudiedKey> eviction =
                byReference.synchronous().policy().eviction().orElseThrow();
        return eviction.weightedSize().orElse(0) < FULL * eviction.getMaximum();
    }
}
