package dev.greenroom.worker.judge.provider;

import dev.greenroom.worker.judge.prompt.Prompt;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Calls with patience and restraint: a few more tries after trouble that may pass, none while the provider is known to be
 * unwell, and never too many at the same time. Each try takes from the answer's allowance, so there is one count over all
 * layers.
 */
public final class GuardedChat implements Chat {

    private static final String NAME = "judge";

    /** More than any allowance; that is what ends the tries. */
    private static final int EVERY_TRY = 100;

    private static final int MOST_DOUBLINGS = 10;

    private final Chat chat;
    private final Limits limits;
    private final RandomGenerator random;
    private final CircuitBreaker circuit;
    private final Bulkhead bulkhead;

    public GuardedChat(Chat chat, Limits limits, RandomGenerator random) {
        this.chat = chat;
        this.limits = limits;
        this.random = random;
        this.circuit = CircuitBreaker.of(
                NAME,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(limits.circuitCalls())
                        .minimumNumberOfCalls((limits.circuitCalls() + 1) / 2)
                        .failureRateThreshold(limits.circuitFailures())
                        .waitDurationInOpenState(limits.circuitPause())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordResult(GuardedChat::tellsOfTheProvider)
                        .build());
        this.bulkhead = Bulkhead.of(
                NAME,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.concurrency())
                        .maxWaitDuration(limits.longestQueue())
                        .build());
    }

    /**
     * How much is asked of a provider at most.
     *
     * @param longestQueue how long a call waits for its turn among the concurrent ones
     */
    public record Limits(
            int concurrency,
            Duration longestQueue,
            Duration pauseBase,
            Duration pauseLongest,
            int circuitCalls,
            int circuitFailures,
            Duration circuitPause) {}

    @Override
    public Outcome ask(Prompt prompt, int sample, Allowance allowance) {
        RetryConfig config = RetryConfig.<Outcome>custom()
                .maxAttempts(EVERY_TRY)
                .retryOnResult(outcome -> allowance.lasts() && worthRetrying(outcome))
                .intervalBiFunction(this::pause)
                .build();
        return Retry.of(NAME, config).executeSupplier(() -> attempt(prompt, sample, allowance));
    }

    /** 0 while calls go through, 1 while some are let through to see, 2 while none are. */
    public int circuitState() {
        return switch (circuit.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
        };
    }

    private Outcome attempt(Prompt prompt, int sample, Allowance allowance) {
        if (!bulkhead.tryAcquirePermission()) {
            return Outcome.Failed.of(Trouble.BUSY);
        }
        try {
            return throughCircuit(prompt, sample, allowance);
        } finally {
            bulkhead.onComplete();
        }
    }

    private Outcome throughCircuit(Prompt prompt, int sample, Allowance allowance) {
        if (!circuit.tryAcquirePermission()) {
            return new Outcome.Failed(Trouble.CIRCUIT_OPEN, limits.circuitPause());
        }
        if (!allowance.take()) {
            circuit.releasePermission();
            return Outcome.Failed.of(Trouble.ALLOWANCE_SPENT);
        }
        long begin = circuit.getCurrentTimestamp();
        Outcome outcome = chat.ask(prompt, sample, allowance);
        circuit.onResult(circuit.getCurrentTimestamp() - begin, circuit.getTimestampUnit(), outcome);
        return outcome;
    }

    private static boolean tellsOfTheProvider(Object outcome) {
        return outcome instanceof Outcome.Failed failed && failed.trouble().ofTheProvider();
    }

    /** A server that asks for a long pause gets it: it is not called again for this answer. */
    private boolean worthRetrying(Outcome outcome) {
        return outcome instanceof Outcome.Failed(Trouble trouble, Duration after)
                && trouble.worthRetrying()
                && (after == null || after.compareTo(limits.pauseLongest()) <= 0);
    }

    /** What the server asks for, or else growing; a part is left to chance, so that workers don't march in step. */
    private long pause(int attempt, Either<Throwable, Outcome> met) {
        long base = Math.max(1, limits.pauseBase().toMillis());
        Duration asked = met.isRight() && met.get() instanceof Outcome.Failed failed ? failed.retryAfter() : null;
        if (asked != null) {
            return asked.toMillis() + random.nextLong(base);
        }
        long grown = Math.min(limits.pauseLongest().toMillis(), base << Math.min(attempt - 1, MOST_DOUBLINGS));
        return grown / 2 + random.nextLong(Math.max(1, grown / 2));
    }
}
