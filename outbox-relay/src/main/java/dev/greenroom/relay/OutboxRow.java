package dev.greenroom.relay;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One message that waits in the outbox. */
record OutboxRow(UUID id, String topic, String key, String payload, Instant createdAt) {

    ProducerRecord<String, String> toRecord() {
        return new ProducerRecord<>(topic, key, payload);
    }
}
