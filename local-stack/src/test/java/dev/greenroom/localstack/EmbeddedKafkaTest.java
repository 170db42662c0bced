package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.machine.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    private static final EmbeddedKafka KAFKA = EmbeddedKafka.temporary();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @BeforeAll
    static void start() {
        KAFKA.start();
        Topics.createIn(KAFKA.bootstrapServers());
    }

    @AfterAll
    static void close() {
        KAFKA.close();
    }

    @Test
    void keepsRecordsAcrossAStopAndAStart() throws Exception {
        // given
        send(KAFKA, Topics.EVENTS, "an event");
        KAFKA.stop();

        // when
        KAFKA.start();

        // then
        try (var consumer =
                new KafkaConsumer<>(consumer("a-reader"), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition events = new TopicPartition(Topics.EVENTS, 0);
            consumer.assign(List.of(events));
            consumer.seekToBeginning(List.of(events));
            assertThat(consumer.poll(PATIENCE))
                    .extracting(record -> record.value())
                    .containsExactly("an event");
        }
    }

    @Test
    void handsAShareGroupTheAnswersThatCameBeforeItsFirstWorker() throws Exception {
        // given
        send(KAFKA, Topics.ANSWERS, "an answer");

        // when
        try (var worker = new KafkaShareConsumer<>(
                consumer(Topics.SCORING_GROUP), new StringDeserializer(), new StringDeserializer())) {
            worker.subscribe(List.of(Topics.ANSWERS));

            // then
            assertThat(worker.poll(PATIENCE))
                    .extracting(record -> record.value())
                    .containsExactly("an answer");
        }
    }

    @Test
    void hasOnePartitionPerTopicHoweverOftenTheyAreCreated() throws Exception {
        // when
        Topics.createIn(KAFKA.bootstrapServers());

        // then
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
            Map<String, TopicDescription> topics = admin.describeTopics(List.of(Topics.ANSWERS, Topics.EVENTS))
                    .allTopicNames()
                    .get();
            assertThat(topics.values())
                    .extracting(topic -> topic.partitions().size())
                    .containsExactly(1, 1);
        }
    }

    @Test
    void startsOnOldDataWithOtherPorts(@TempDir Path folder) throws Exception {
        // given
        try (EmbeddedKafka old = EmbeddedKafka.on(folder, Ports.findFree(), Ports.findFree())) {
            old.start();
            Topics.createIn(old.bootstrapServers());
        }

        // when
        try (EmbeddedKafka moved = EmbeddedKafka.on(folder, Ports.findFree(), Ports.findFree())) {
            moved.start();

            // then
            send(moved, Topics.ANSWERS, "an answer");
        }
    }

    private static void send(EmbeddedKafka kafka, String topic, String value)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static Map<String, Object> consumer(String group) {
        return Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "group.id", group);
    }
}
