package dev.greenroom.worker.judge;

import dev.greenroom.worker.judge.budget.Usage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.IntSupplier;

/** Counts what the judge uses and how often it is of no use. */
final class JudgeMetrics {

    private final UsageMeter usage;
    private final Timer latency;

    /** @param model as configured: what a server says must not become the name of a metric */
    JudgeMetrics(MeterRegistry registry, String model, IntSupplier circuitState) {
        this.usage = new UsageMeter(registry, model);
        this.latency = Timer.builder("greenroom.judge.answers")
                .description("From asking the judge about an answer to having its verdicts, or none")
                .tag("model", model)
                .publishPercentileHistogram()
                .register(registry);
        Gauge.builder("greenroom.judge.circuit", circuitState::getAsInt)
                .description("0 closed, 1 half open, 2 open")
                .tag("model", model)
                .register(registry);
    }

    void used(UUID tenant, Usage used, Duration time) {
        latency.record(time);
        usage.count(tenant, used);
    }

    /** The rubric's assessment had to do. */
    void fellBack(String reason) {
        usage.registry()
                .counter("greenroom.judge.fallbacks", "model", usage.model(), "reason", reason)
                .increment();
    }
}
