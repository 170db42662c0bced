package dev.greenroom.worker.intake;

import dev.greenroom.model.event.DecodedEvent;
import dev.greenroom.model.event.EventCodec;
import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of messages says.
 *
 * @param answers the answers that wait
 * @param traces the traces that they belong to, as far as they are known
 * @param unreadable the messages that make no sense
 */
record Batch(Set<UUID> answers, Map<UUID, String> traces, List<Unreadable> unreadable) {

    record Unreadable(ConsumerRecord<String, String> message, String reason) {}

    static Batch read(List<ConsumerRecord<String, String>> messages) {
        Batch batch = new Batch(new LinkedHashSet<>(), new HashMap<>(), new ArrayList<>());
        messages.forEach(batch::add);
        return batch;
    }

    private void add(ConsumerRecord<String, String> message) {
        switch (EventCodec.decode(message.value())) {
            case DecodedEvent.Understood(EventEnvelope event) -> add(message, event);
            case DecodedEvent.Unreadable(String reason) -> unreadable.add(new Unreadable(message, reason));
        }
    }

    private void add(ConsumerRecord<String, String> message, EventEnvelope event) {
        UUID answer = event.answerId();
        if (event.type() == EventType.ANSWER_SUBMITTED && answer != null) {
            answers.add(answer);
            noteTrace(answer, event.traceparent());
        } else {
            unreadable.add(new Unreadable(message, "announces no answer: " + event.type()));
        }
    }

    private void noteTrace(UUID answer, @Nullable String traceparent) {
        if (traceparent != null) {
            traces.put(answer, traceparent);
        }
    }

    /** How many of the messages the brokers have handed out before. A classic group doesn't tell. */
    static int countRedelivered(List<ConsumerRecord<String, String>> messages) {
        return (int) messages.stream()
                .filter(message -> message.deliveryCount().orElse((short) 1) > 1)
                .count();
    }
}
