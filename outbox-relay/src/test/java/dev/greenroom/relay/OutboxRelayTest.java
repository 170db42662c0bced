package dev.greenroom.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.localstack.EmbeddedKafka;
import dev.greenroom.localstack.EmbeddedPostgres;
import dev.greenroom.model.event.Topics;
import dev.greenroom.model.outbox.OutboxMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final EmbeddedKafka KAFKA = EmbeddedKafka.temporary();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Nothing comes by polling within a test's patience: what comes was announced. */
    private static final RelaySettings ONLY_WHEN_WOKEN =
            new RelaySettings(100, Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private static final RelaySettings POLLING =
            new RelaySettings(100, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final UUID session = UUID.randomUUID();
    private Outbox outbox;
    private TopicReader topic;

    @BeforeAll
    static void startParts() {
        // Most of what is waited for is there in less than the 100 ms after which Awaitility looks first.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
        startAgain();
        dev.greenroom.localstack.Topics.createIn(KAFKA.bootstrapServers());
    }

    @AfterAll
    static void stopParts() {
        KAFKA.close();
        POSTGRES.close();
    }

    private static void startAgain() {
        POSTGRES.start();
        KAFKA.start();
    }

    @BeforeEach
    void open() throws SQLException {
        startAgain();
        outbox = Outbox.in(POSTGRES.jdbcUrl(), EmbeddedPostgres.USER);
        outbox.clear();
        topic = closing(new TopicReader(KAFKA.bootstrapServers(), Topics.ANSWERS));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : opened.reversed()) {
            part.close();
        }
    }

    @Test
    void publishesASessionsMessagesInTheirOrder() throws Exception {
        // given
        List<OutboxMessage> messages = new ArrayList<>(outbox.commit(session, 150));
        messages.addAll(outbox.commit(session, 107));

        // when
        relay(ONLY_WHEN_WOKEN).wake();

        // then
        awaitExactly(messages);
        awaitEmptyOutbox();
    }

    @Test
    void publishesAtOnceWhenWoken() throws Exception {
        // given
        OutboxRelay relay = relay(ONLY_WHEN_WOKEN);
        List<OutboxMessage> messages = outbox.commit(session, 3);

        // when
        relay.wake();

        // then
        awaitExactly(messages);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(relay.published()).isEqualTo(3));
    }

    @Test
    void findsWhatNobodyAnnounced() throws Exception {
        // given
        relay(POLLING);

        // when
        List<OutboxMessage> messages = outbox.commit(session, 7);

        // then
        awaitExactly(messages);
    }

    @Test
    void publishesEachRowOnceAlthoughTwoRelaysShareTheOutbox() throws Exception {
        // given
        OutboxRelay one = relay(POLLING);
        OutboxRelay other = relay(POLLING);
        List<OutboxMessage> messages = new ArrayList<>();

        // when
        for (int round = 0; round < 40; round++) {
            messages.addAll(outbox.commit(session, 25));
            one.wake();
            other.wake();
        }

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(topic.payloadsOf(session)).containsExactlyInAnyOrderElementsOf(payloads(messages)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(one.published() + other.published()).isEqualTo(messages.size()));
    }

    @Test
    void keepsTheRowsWhileKafkaIsAway() throws Exception {
        // given
        OutboxRelay relay = relay(POLLING);
        KAFKA.stop();
        List<OutboxMessage> messages = outbox.commit(session, 30);
        relay.wake();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(relay.failures()).isPositive());
        assertThat(outbox.listIds()).hasSize(30);
        assertThat(relay.oldestAge(Instant.now())).isPositive();

        // when
        KAFKA.start();

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.payloadsOf(session)).containsAll(payloads(messages)));
        awaitEmptyOutbox();
        assertThat(relay.oldestAge(Instant.now())).isZero();
    }

    @Test
    void goesOnWhenTheDatabaseIsBack() throws Exception {
        // given
        OutboxRelay relay = relay(POLLING);
        List<OutboxMessage> messages = outbox.commit(session, 30);
        POSTGRES.stop();
        relay.wake();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(relay.failures()).isPositive());

        // when
        POSTGRES.start();

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.payloadsOf(session)).containsAll(payloads(messages)));
        awaitEmptyOutbox();
    }

    @Test
    void sendsTwiceRatherThanNeverWhenItDiesBeforeTheCommit() throws Exception {
        // given
        List<OutboxMessage> messages = outbox.commit(session, 2);
        try (OutboxTransaction died = OutboxTransaction.begin(outbox.dataSource())) {
            new Publication(producer()).publish(died.take(10));
        }

        // when
        relay(POLLING);

        // then
        List<String> twice = new ArrayList<>(payloads(messages));
        twice.addAll(payloads(messages));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.payloadsOf(session)).containsExactlyElementsOf(twice));
    }

    @Test
    void leavesRowsThatAnotherRelayHasTaken() throws Exception {
        // given
        outbox.commit(session, 2);
        List<OutboxMessage> free;
        try (OutboxTransaction other = OutboxTransaction.begin(outbox.dataSource())) {
            other.take(2);
            free = outbox.commit(session, 3);

            // when
            relay(ONLY_WHEN_WOKEN).wake();

            // then
            awaitExactly(free);
        }
        assertThat(outbox.listIds()).hasSize(2);
    }

    @Test
    void publishesTheLastRowsBeforeItCloses() throws Exception {
        // given
        OutboxRelay relay = relay(ONLY_WHEN_WOKEN);
        List<OutboxMessage> messages = outbox.commit(session, 250);

        // when
        relay.close();

        // then
        assertThat(outbox.listIds()).isEmpty();
        assertThat(relay.isAlive()).isFalse();
        awaitExactly(messages);
    }

    @Test
    void closesSoonAlthoughKafkaIsAway() throws Exception {
        // given
        OutboxRelay relay = relay(ONLY_WHEN_WOKEN);
        KAFKA.stop();
        outbox.commit(session, 5);

        // when
        relay.close();

        // then
        assertThat(relay.isAlive()).isFalse();
        assertThat(outbox.listIds()).hasSize(5);
    }

    private void awaitExactly(List<OutboxMessage> messages) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(topic.payloadsOf(session)).containsExactlyElementsOf(payloads(messages)));
    }

    private void awaitEmptyOutbox() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox.listIds()).isEmpty());
    }

    private static List<String> payloads(List<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::payload).toList();
    }

    private OutboxRelay relay(RelaySettings settings) {
        return closing(OutboxRelay.start(outbox.dataSource(), producer(), settings));
    }

    private Producer<String, String> producer() {
        return closing(RelayProducer.open(Map.of("bootstrap.servers", KAFKA.bootstrapServers())));
    }

    private <T extends AutoCloseable> T closing(T part) {
        opened.add(part);
        return part;
    }
}
