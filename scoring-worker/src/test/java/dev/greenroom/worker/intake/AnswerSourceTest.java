package dev.greenroom.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.localstack.EmbeddedKafka;
import dev.greenroom.model.event.Topics;
import dev.greenroom.relay.RelayProducer;
import dev.greenroom.worker.intake.IntakeConfig.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both sources promise. Each test has a group of its own, which sees the topic from its beginning. */
class AnswerSourceTest {

    private static final EmbeddedKafka KAFKA = EmbeddedKafka.temporary();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BATCH = 10;

    private final List<AnswerSource> opened = new ArrayList<>();
    private final String run = UUID.randomUUID().toString();

    private record Config(Protocol protocol, String group, int batchSize, int slots) implements IntakeConfig {}

    @BeforeAll
    static void startKafka() {
        KAFKA.start();
        dev.greenroom.localstack.Topics.createIn(KAFKA.bootstrapServers());
    }

    @AfterAll
    static void stopKafka() {
        KAFKA.close();
    }

    @AfterEach
    void close() {
        opened.forEach(AnswerSource::close);
    }

    @ParameterizedTest
    @EnumSource
    void bringsWhatWasSentBeforeItsFirstMemberCame(Protocol protocol) throws Exception {
        // given
        List<String> sent = send(25);

        // when
        AnswerSource source = open(protocol);

        // then
        List<String> received = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            received.addAll(pollAndSettle(source));
            assertThat(received).containsExactlyElementsOf(sent);
        });
    }

    @ParameterizedTest
    @EnumSource
    void bringsNoMoreThanABatchAtOnce(Protocol protocol) throws Exception {
        // given
        send(3 * BATCH);

        // when
        AnswerSource source = open(protocol);

        // then
        List<Integer> sizes = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            sizes.add(source.poll(POLL).size());
            source.settle();
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(3 * BATCH);
        });
        assertThat(sizes).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(BATCH));
    }

    @ParameterizedTest
    @EnumSource
    void bringsAgainToOthersWhatWasNotSettled(Protocol protocol) throws Exception {
        // given
        List<String> sent = send(5);
        AnswerSource first = open(protocol);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(first.poll(POLL)).isNotEmpty());
        first.close();
        opened.remove(first);

        // when
        AnswerSource second = open(protocol);

        // then
        List<String> received = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            received.addAll(pollAndSettle(second));
            assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
        });
    }

    @ParameterizedTest
    @EnumSource
    void doesNotBringAgainWhatWasSettled(Protocol protocol) throws Exception {
        // given
        List<String> sent = send(5);
        AnswerSource first = open(protocol);
        List<String> received = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            received.addAll(pollAndSettle(first));
            assertThat(received).containsAll(sent);
        });
        first.close();
        opened.remove(first);
        List<String> later = send(1);

        // when
        AnswerSource second = open(protocol);

        // then
        List<String> afterwards = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            afterwards.addAll(pollAndSettle(second));
            assertThat(afterwards).containsExactlyElementsOf(later);
        });
    }

    @Test
    void letsManyWorkersShareOnePartition() throws Exception {
        // given
        AnswerSource one = open(Protocol.SHARE_GROUP);
        AnswerSource other = open(Protocol.SHARE_GROUP);
        List<String> byOne = new ArrayList<>();
        List<String> byOther = new ArrayList<>();

        // when
        await().atMost(PATIENCE).untilAsserted(() -> {
            send(4 * BATCH);
            byOne.addAll(pollAndSettle(one));
            byOther.addAll(pollAndSettle(other));

            // then
            assertThat(byOne).isNotEmpty();
            assertThat(byOther).isNotEmpty();
        });
        assertThat(byOne).doesNotContainAnyElementsOf(byOther);
    }

    private AnswerSource open(Protocol protocol) {
        Map<String, Object> connection = Map.of("bootstrap.servers", KAFKA.bootstrapServers());
        AnswerSource source = new AnswerSources(connection, new Config(protocol, "group-" + run, BATCH, 100)).open();
        opened.add(source);
        return source;
    }

    private List<String> pollAndSettle(AnswerSource source) {
        List<ConsumerRecord<String, String>> messages = source.poll(POLL);
        source.settle();
        return mine(messages);
    }

    /** What this test has sent, among what other tests have left in the topic. */
    private List<String> mine(List<ConsumerRecord<String, String>> messages) {
        return messages.stream()
                .filter(message -> message.key().equals(run))
                .map(ConsumerRecord::value)
                .toList();
    }

    private List<String> send(int count) throws Exception {
        List<String> values = IntStream.range(0, count)
                .mapToObj(i -> i + " " + UUID.randomUUID())
                .toList();
        try (Producer<String, String> producer =
                RelayProducer.open(Map.of("bootstrap.servers", KAFKA.bootstrapServers()))) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(Topics.ANSWERS, run, value)).get();
            }
        }
        return values;
    }
}
