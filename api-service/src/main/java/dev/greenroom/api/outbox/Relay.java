package dev.greenroom.api.outbox;

import dev.greenroom.relay.OutboxRelay;
import dev.greenroom.relay.RelayProducer;
import dev.greenroom.relay.RelaySettings;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/** Runs the outbox relay for as long as the service lives, and wakes it after each commit. */
@ApplicationScoped
class Relay {

    private final OutboxRelay relay;
    private final Producer<String, String> producer;

    Relay(
            AgroalDataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics,
            Clock clock) {
        this.producer = RelayProducer.open(kafka);
        this.relay = OutboxRelay.start(database, producer, RelaySettings.standard());
        metrics.more().counter("greenroom.outbox.published", java.util.List.of(), relay, OutboxRelay::published);
        metrics.more().counter("greenroom.outbox.failures", java.util.List.of(), relay, OutboxRelay::failures);
        metrics.gauge(
                "greenroom.outbox.age.seconds",
                relay,
                running -> running.oldestAge(clock.instant()).toMillis() / 1000.0);
    }

    void start(@Observes StartupEvent event) {
        relay.wake();
    }

    boolean isAlive() {
        return relay.isAlive();
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxWritten written) {
        relay.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
        producer.close();
    }
}
