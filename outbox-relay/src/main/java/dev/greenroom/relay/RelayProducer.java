package dev.greenroom.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** The kind of producer that a relay needs. */
public final class RelayProducer {

    private RelayProducer() {}

    /**
     * Opens a producer; the caller closes it, after the relay.
     *
     * @param connection how to reach the brokers: {@code bootstrap.servers}, security
     */
    public static Producer<String, String> open(Map<String, ?> connection) {
        return new KafkaProducer<>(settings(connection), new StringSerializer(), new StringSerializer());
    }

    /** The connection with what the relay's promises rest on: nothing lost, nothing reordered, an end to every wait. */
    public static Map<String, Object> settings(Map<String, ?> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A batch is sent whole and then waited for, so lingering (5 ms by default) would only add to the latency.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // The rows stay locked while we wait, so the wait has to end: the default is two minutes.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        // A broker that comes back should not find us waiting out a gap; the defaults reach 1 s.
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
