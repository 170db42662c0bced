package dev.greenroom.worker.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The answer keys used last, each studied once however many threads ask for it at the same time. */
final class StudiedKeys {

    private final Function<AnswerKey, StudiedKey> study;
    private final Map<String, CompletableFuture<StudiedKey>> byReference;

    StudiedKeys(int capacity, Function<AnswerKey, StudiedKey> study) {
        this.study = study;
        this.byReference = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<StudiedKey>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Studies the key on the calling thread, or waits for the thread that is at it. */
    StudiedKey require(AnswerKey key) {
        CompletableFuture<StudiedKey> mine = new CompletableFuture<>();
        CompletableFuture<StudiedKey> first;
        synchronized (byReference) {
            first = byReference.putIfAbsent(key.reference(), mine);
        }
        if (first != null) {
            return first.join();
        }
        try {
            mine.complete(study.apply(key));
        } catch (RuntimeException | Error e) {
            forget(key);
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }

    private void forget(AnswerKey key) {
        synchronized (byReference) {
            byReference.remove(key.reference());
        }
    }
}
