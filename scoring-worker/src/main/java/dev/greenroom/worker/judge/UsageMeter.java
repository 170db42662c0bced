package dev.greenroom.worker.judge;

import dev.greenroom.worker.judge.budget.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.UUID;

/**
 * Counts what calls to a model use, by tenant.
 *
 * @param model as configured: what a server says must not become the name of a metric
 */
record UsageMeter(MeterRegistry registry, String model) {

    void count(UUID tenant, Usage usage) {
        Tags tags = Tags.of("model", model, "tenant", tenant.toString());
        registry.counter("greenroom.judge.replies", tags).increment(usage.calls());
        registry.counter("greenroom.judge.tokens", tags.and("kind", "prompt")).increment(usage.promptTokens());
        registry.counter("greenroom.judge.tokens", tags.and("kind", "completion"))
                .increment(usage.completionTokens());
        if (usage.cost() != null) {
            registry.counter("greenroom.judge.cost", tags)
                    .increment(usage.cost().doubleValue());
        }
    }
}
