package dev.greenroom.worker.intake;

import dev.greenroom.model.event.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member of a classic consumer group, for brokers without share groups. Offsets are committed after the claim. */
final class ConsumerGroupSource implements AnswerSource {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerGroupSource.class);

    private final KafkaConsumer<String, String> consumer;

    ConsumerGroupSource(Map<String, Object> connection, IntakeConfig config) {
        consumer =
                new KafkaConsumer<>(settings(connection, config), new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(Topics.ANSWERS));
    }

    private static Map<String, Object> settings(Map<String, Object> connection, IntakeConfig config) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        // A worker that comes or goes must not stop the others.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        return settings;
    }

    @Override
    public List<ConsumerRecord<String, String>> poll(Duration patience) {
        List<ConsumerRecord<String, String>> batch = new ArrayList<>();
        consumer.poll(patience).forEach(batch::add);
        return batch;
    }

    @Override
    public void settle() {
        try {
            consumer.commitSync(Duration.ofSeconds(5));
        } catch (KafkaException e) {
            // The answers are claimed: should they be announced again, nobody takes them twice.
            LOG.debug("Offsets were not committed", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
