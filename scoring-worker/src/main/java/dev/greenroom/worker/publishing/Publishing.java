package dev.greenroom.worker.publishing;

import dev.greenroom.relay.OutboxRelay;
import dev.greenroom.relay.RelayProducer;
import dev.greenroom.relay.RelaySettings;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;

/** This worker's relay, from the first use to {@link #close}. */
@Singleton
public final class Publishing implements AutoCloseable {

    private final Producer<String, String> producer;
    private final OutboxRelay relay;

    Publishing(
            DataSource dataSource,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry registry,
            Clock clock) {
        producer = RelayProducer.open(kafka);
        relay = OutboxRelay.start(dataSource, producer, RelaySettings.standard());
        FunctionCounter.builder("greenroom.outbox.published", relay, OutboxRelay::published)
                .register(registry);
        FunctionCounter.builder("greenroom.outbox.failures", relay, OutboxRelay::failures)
                .register(registry);
        Gauge.builder(
                        "greenroom.outbox.age.seconds",
                        relay,
                        live -> live.oldestAge(clock.instant()).toMillis() / 1000.0)
                .register(registry);
    }

    /** Says that outbox rows have been committed. */
    public void wake() {
        relay.wake();
    }

    public boolean isAlive() {
        return relay.isAlive();
    }

    /** Publishes what is there, for a moment, and stops. */
    @Override
    public void close() {
        relay.close();
        producer.close(Duration.ofSeconds(1));
    }
}
