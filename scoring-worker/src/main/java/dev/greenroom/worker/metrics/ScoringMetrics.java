package dev.greenroom.worker.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what happens to answers. */
@Singleton
public final class ScoringMetrics {

    private final Counter scored;
    private final Counter unscored;
    private final Counter failed;
    private final Counter late;
    private final Counter retries;
    private final Counter expiredLeases;
    private final Counter unreadable;
    private final Timer timeToFeedback;

    public ScoringMetrics(MeterRegistry registry) {
        scored = registry.counter("greenroom.answers.scored");
        unscored = registry.counter("greenroom.answers.unscored");
        failed = registry.counter("greenroom.answers.failed");
        late = registry.counter("greenroom.results.late");
        retries = registry.counter("greenroom.answers.retries");
        expiredLeases = registry.counter("greenroom.leases.expired");
        unreadable = registry.counter("greenroom.events.unreadable");
        timeToFeedback = Timer.builder("greenroom.answers.feedback")
                .description("From the submission of an answer to the commit of its evaluation")
                .publishPercentileHistogram()
                .register(registry);
    }

    public void scored(Duration sinceSubmission) {
        scored.increment();
        timeToFeedback.record(sinceSubmission);
    }

    public void unscored(Duration sinceSubmission) {
        unscored.increment();
        timeToFeedback.record(sinceSubmission);
    }

    public void failed() {
        failed.increment();
    }

    /** A result came after its claim was lost, and was dropped. */
    public void late() {
        late.increment();
    }

    public void retried() {
        retries.increment();
    }

    public void expired(int leases) {
        expiredLeases.increment(leases);
    }

    public void unreadable(int events) {
        unreadable.increment(events);
    }
}
