package dev.greenroom.bench.judging;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same to many things, several at a time. */
public record Crew(int hands) {

    /** The results in the order of the things. */
    public <T, R> List<R> map(List<T> things, Function<T, R> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
            List<Future<R>> results = things.stream()
                    .map(thing -> threads.submit(() -> work.apply(thing)))
                    .toList();
            return results.stream().map(Crew::join).toList();
        }
    }

    private static <R> R join(Future<R> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException trouble ? trouble : new IllegalStateException(e);
        }
    }
}
