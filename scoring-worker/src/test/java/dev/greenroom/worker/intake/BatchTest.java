package dev.greenroom.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.event.EventCodec;
import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.event.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchTest {

    private final UUID answer = UUID.randomUUID();

    @Test
    void readsTheAnswersThatWait() {
        // given
        UUID other = UUID.randomUUID();

        // when
        Batch batch = Batch.read(messages(
                event(EventType.ANSWER_SUBMITTED, answer),
                event(EventType.ANSWER_SUBMITTED, other),
                event(EventType.ANSWER_SUBMITTED, answer)));

        // then
        assertThat(batch.answers()).containsExactly(answer, other);
        assertThat(batch.unreadable()).isEmpty();
    }

    @Test
    void setsAsideWhatMakesNoSense() {
        // given
        String newer = event(EventType.ANSWER_SUBMITTED, answer).replace("\"schemaVersion\":1", "\"schemaVersion\":2");

        // when
        Batch batch = Batch.read(messages(
                null,
                "",
                "{",
                newer,
                event(EventType.TURN_ASKED, answer),
                event(EventType.ANSWER_SUBMITTED, null),
                event(EventType.ANSWER_SUBMITTED, answer)));

        // then
        assertThat(batch.answers()).containsExactly(answer);
        assertThat(batch.unreadable())
                .hasSize(6)
                .extracting(Batch.Unreadable::reason)
                .contains("unknown schema version 2");
    }

    @Test
    void remembersTheTraceThatAnAnswerBelongsTo() {
        // given
        UUID untraced = UUID.randomUUID();
        String traced = event(EventType.ANSWER_SUBMITTED, answer).replace("}", ",\"traceparent\":\"00-a-b-01\"}");

        // when
        Batch batch = Batch.read(messages(traced, event(EventType.ANSWER_SUBMITTED, untraced)));

        // then
        assertThat(batch.traces()).containsExactly(Map.entry(answer, "00-a-b-01"));
    }

    @Test
    void countsWhatTheBrokersHaveHandedOutBefore() {
        // given
        List<ConsumerRecord<String, String>> messages =
                List.of(delivered(null), delivered((short) 1), delivered((short) 2), delivered((short) 5));

        // when
        int redelivered = Batch.countRedelivered(messages);

        // then
        assertThat(redelivered).isEqualTo(2);
    }

    private static ConsumerRecord<String, String> delivered(@Nullable Short count) {
        return new ConsumerRecord<>(
                Topics.ANSWERS,
                0,
                7,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty(),
                Optional.ofNullable(count));
    }

    private static List<ConsumerRecord<String, String>> messages(@Nullable String... values) {
        return Stream.of(values)
                .map(value -> new ConsumerRecord<>(Topics.ANSWERS, 0, 7, "key", value))
                .toList();
    }

    private static String event(EventType type, @Nullable UUID answerId) {
        return EventCodec.encode(new EventEnvelope(
                UUID.randomUUID(),
                type,
                EventEnvelope.SCHEMA_VERSION,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                answerId,
                1,
                null,
                Instant.now(),
                null));
    }
}
