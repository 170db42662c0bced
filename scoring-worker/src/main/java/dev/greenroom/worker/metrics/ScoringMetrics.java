package dev.greenroom.worker.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts what happens to answers. */
@Singleton
public final class ScoringMetrics {

    private final Counter scored;
    private final Counter unscored;
    private final Counter preliminary;
    private final Counter opinionsAbandoned;
    private final Counter opinionsPostponed;
    private final Counter failed;
    private final Counter late;
    private final Counter retries;
    private final Counter expiredLeases;
    private final Counter unreadable;
    private final Counter redelivered;
    private final Timer reading;
    private final Timer assessing;
    private final Timer writing;
    private final Timer timeToFeedback;
    private final Timer timeToOpinion;

    public ScoringMetrics(MeterRegistry registry) {
        scored = registry.counter("greenroom.answers.scored");
        unscored = registry.counter("greenroom.answers.unscored");
        preliminary = registry.counter("greenroom.answers.preliminary");
        opinionsAbandoned = registry.counter("greenroom.opinions.abandoned");
        opinionsPostponed = registry.counter("greenroom.opinions.postponed");
        failed = registry.counter("greenroom.answers.failed");
        late = registry.counter("greenroom.results.late");
        retries = registry.counter("greenroom.answers.retries");
        expiredLeases = registry.counter("greenroom.leases.expired");
        unreadable = registry.counter("greenroom.events.unreadable");
        redelivered = registry.counter("greenroom.answers.redelivered");
        reading = stage(registry, "read");
        assessing = stage(registry, "assess");
        writing = stage(registry, "write");
        timeToFeedback = Timer.builder("greenroom.answers.feedback")
                .description("From the submission of an answer to the commit of its first evaluation")
                .publishPercentileHistogram()
                .register(registry);
        timeToOpinion = Timer.builder("greenroom.answers.opinion")
                .description("From the submission of an answer to the commit of the second opinion on it")
                .publishPercentileHistogram()
                .serviceLevelObjectives(Duration.ofSeconds(5), Duration.ofSeconds(30))
                .register(registry);
    }

    private static Timer stage(MeterRegistry registry, String stage) {
        return Timer.builder("greenroom.scoring.stage")
                .description("How long answers spend in each stage of scoring, waiting for the processor included")
                .tag("stage", stage)
                .register(registry);
    }

    /** Reading the work on a batch of answers. */
    public <T> T reading(Supplier<T> work) {
        return reading.record(work);
    }

    /** Assessing one answer. */
    public <T> T assessing(Supplier<T> work) {
        return assessing.record(work);
    }

    /** Writing the result of one answer. */
    public <T> T writing(Supplier<T> work) {
        return writing.record(work);
    }

    /** Messages that Kafka has handed out before, here or at another worker. */
    public void redelivered(int messages) {
        redelivered.increment(messages);
    }

    public void scored() {
        scored.increment();
    }

    public void unscored() {
        unscored.increment();
    }

    /** An answer has its first evaluation, whatever its stage. */
    public void firstFeedback(Duration sinceSubmission) {
        timeToFeedback.record(sinceSubmission);
    }

    /** A second opinion has superseded the first evaluation. */
    public void secondFeedback(Duration sinceSubmission) {
        timeToOpinion.record(sinceSubmission);
    }

    public void preliminary() {
        preliminary.increment();
    }

    /** A second opinion was given up, and the evaluation that was there has the last word. */
    public void opinionAbandoned() {
        opinionsAbandoned.increment();
    }

    /** A second opinion was put off. */
    public void opinionPostponed() {
        opinionsPostponed.increment();
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
