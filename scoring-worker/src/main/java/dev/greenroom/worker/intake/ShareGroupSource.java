package dev.greenroom.worker.intake;

import dev.greenroom.model.event.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A member of a share group (KIP-932): any number of workers take from the same partition. */
final class ShareGroupSource implements AnswerSource {

    /** Room for a hundred messages, which have half a kilobyte each; a larger one comes by itself. */
    private static final int FETCH_BYTES = 64 * 1024;

    private final KafkaShareConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> unsettled = new ArrayList<>();

    ShareGroupSource(Map<String, Object> connection, IntakeConfig config) {
        ShareGroupStart.atTheEarliest(connection, config.group());
        consumer = new KafkaShareConsumer<>(
                settings(connection, config), new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(Topics.ANSWERS));
    }

    private static Map<String, Object> settings(Map<String, Object> connection, IntakeConfig config) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
        settings.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        // Whole producer batches, which are the default, would be more than we have slots for.
        settings.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        // However few records it hands out, the broker looks through all that would fit: 50 MB of a backlog by default.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return settings;
    }

    @Override
    public List<ConsumerRecord<String, String>> poll(Duration patience) {
        consumer.poll(patience).forEach(unsettled::add);
        return List.copyOf(unsettled);
    }

    @Override
    public void settle() {
        unsettled.forEach(message -> consumer.acknowledge(message, AcknowledgeType.ACCEPT));
        unsettled.clear();
        consumer.commitAsync();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
