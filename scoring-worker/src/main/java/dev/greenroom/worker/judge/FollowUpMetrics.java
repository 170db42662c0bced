package dev.greenroom.worker.judge;

import dev.greenroom.worker.judge.followup.Phrased;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.UUID;

/** Counts how follow-ups came to their words, and how long candidates waited for them. */
final class FollowUpMetrics {

    private final UsageMeter usage;
    private final Timer wait;

    /** @param model as configured */
    FollowUpMetrics(MeterRegistry registry, String model) {
        this.usage = new UsageMeter(registry, model);
        this.wait = Timer.builder("greenroom.judge.followups.wait")
                .description("How long candidates waited for the words of a follow-up")
                .tag("model", model)
                .publishPercentileHistogram()
                .register(registry);
    }

    void phrased(UUID tenant, Phrased phrased, Duration time) {
        wait.record(time);
        usage.registry()
                .counter("greenroom.judge.followups", "model", usage.model(), "outcome", phrased.outcome())
                .increment();
        if (phrased.usage().calls() > 0) {
            usage.count(tenant, phrased.usage());
        }
    }
}
