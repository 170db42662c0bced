package dev.greenroom.api.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts streams and what they send. */
@Startup // so that its numbers are there before the first stream
@ApplicationScoped
class StreamMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger open;
    private final Counter events;
    private final Counter refused;

    StreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.open = new AtomicInteger();
        registry.gauge("greenroom.streams.open", open);
        this.events = registry.counter("greenroom.streams.events");
        this.refused = registry.counter("greenroom.streams.refused");
        for (Ending reason : Ending.values()) {
            counter(reason);
        }
    }

    private Counter counter(Ending reason) {
        return registry.counter("greenroom.streams.ended", "reason", reason.tag());
    }

    int open() {
        return open.get();
    }

    void opened() {
        open.incrementAndGet();
    }

    void ended(Ending reason) {
        open.decrementAndGet();
        counter(reason).increment();
    }

    void told() {
        events.increment();
    }

    void refused() {
        refused.increment();
    }
}
