package dev.greenroom.worker.intake;

import dev.greenroom.worker.pace.BackOff;
import dev.greenroom.worker.pace.Pulse;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that takes answers in. It polls only when there are slots for a whole batch, has the batch claimed and
 * settles it at once. After an error it begins anew with another connection to the brokers.
 */
@Singleton
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(2);

    private final AnswerSources sources;
    private final AnswerTaking taking;
    private final TopicProgress progress;
    private final int batchSize;
    private final Semaphore slots;
    private final BackOff gaps;
    private final Pulse pulse;
    private final Thread thread = Thread.ofPlatform().name("intake").daemon().unstarted(this::run);
    private final CountDownLatch stopping = new CountDownLatch(1);

    Intake(
            AnswerSources sources,
            AnswerTaking taking,
            TopicProgress progress,
            IntakeConfig config,
            Clock clock,
            RandomGenerator random,
            MeterRegistry registry) {
        this.sources = sources;
        this.taking = taking;
        this.progress = progress;
        this.batchSize = Math.min(config.batchSize(), config.slots());
        this.slots = new Semaphore(config.slots());
        this.gaps = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5), random);
        this.pulse = new Pulse(clock);
        registry.gauge("greenroom.intake.slots", config, IntakeConfig::slots);
    }

    public void start() {
        pulse.beat();
        thread.start();
    }

    /** Polls no more; returns when everything that was polled is claimed or left to others, or after 2 s. */
    public void stop() {
        stopping.countDown();
        try {
            if (thread.isAlive() && !thread.join(PATIENCE_AT_THE_END)) {
                LOG.warn("Intake is stuck and is left behind");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return thread.isAlive() && !isStopping();
    }

    /** How long ago the thread last showed a sign of life, whatever it is waiting for. */
    public Duration silence() {
        return pulse.age();
    }

    private void run() {
        int failures = 0;
        do {
            try (AnswerSource source = sources.open()) {
                while (!isStopping()) {
                    takeBatch(source);
                    failures = 0;
                }
            } catch (RuntimeException e) {
                LOG.warn("Intake begins anew after failure {} in a row", ++failures, e);
            }
            pulse.beat();
        } while (!isStoppingWithin(failures == 0 ? Duration.ZERO : gaps.gap(failures - 1)));
    }

    private void takeBatch(AnswerSource source) {
        pulse.beat();
        if (!findsSlots()) {
            return;
        }
        int taken = 0;
        try {
            List<ConsumerRecord<String, String>> messages = source.poll(PATIENCE);
            progress.note(messages);
            if (!messages.isEmpty()) {
                taken = taking.take(messages, pulse::beat, slots::release);
                source.settle();
            }
        } finally {
            settleSlots(taken);
        }
    }

    private void settleSlots(int taken) {
        if (taken <= batchSize) {
            slots.release(batchSize - taken);
        } else {
            // A broker that knows no record limit may send more than was asked for.
            slots.acquireUninterruptibly(taken - batchSize);
        }
    }

    private boolean findsSlots() {
        try {
            return slots.tryAcquire(batchSize, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean isStoppingWithin(Duration gap) {
        try {
            return stopping.await(gap.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
