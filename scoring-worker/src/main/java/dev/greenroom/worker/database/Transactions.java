package dev.greenroom.worker.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on platform threads, also for callers on virtual ones. A virtual thread that waits for the reply to a
 * statement is woken by way of two others, which on an idle machine takes several times as long as the reply, and a
 * transaction waits for ten. The connection pool bounds how many there are.
 */
@Singleton
public final class Transactions {

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("transaction-", 0).factory());

    /** Does the work in a new transaction while the caller waits. What the work throws rolls back and goes to the caller. */
    public <T extends @Nullable Object> T call(Callable<T> work) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> QuarkusTransaction.requiringNew().call(work), threads)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw e;
        }
    }
}
