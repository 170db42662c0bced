package dev.greenroom.worker.intake;

import dev.greenroom.model.event.DecodedEvent;
import dev.greenroom.model.event.EventCodec;
import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a batch of messages says: the answers that wait, and the messages that make no sense. */
record Batch(Set<UUID> answers, List<Unreadable> unreadable) {

    record Unreadable(ConsumerRecord<String, String> message, String reason) {}

    static Batch read(List<ConsumerRecord<String, String>> messages) {
        Batch batch = new Batch(new LinkedHashSet<>(), new ArrayList<>());
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
        } else {
            unreadable.add(new Unreadable(message, "announces no answer: " + event.type()));
        }
    }
}
