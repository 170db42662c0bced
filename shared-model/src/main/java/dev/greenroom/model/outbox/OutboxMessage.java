package dev.greenroom.model.outbox;

import dev.greenroom.model.event.EventCodec;
import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.event.Topics;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A message that the relay sends to Kafka once the transaction that wrote it has committed. */
@Entity(name = "outbox")
@Immutable
public class OutboxMessage {

    @Id
    private UUID id;

    private String topic;
    private String key;
    private String payload;
    private @Nullable UUID answerId;
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected OutboxMessage() {}

    private OutboxMessage(EventEnvelope event, String topic, @Nullable UUID answerId) {
        this.id = event.eventId();
        this.topic = topic;
        this.key = event.sessionId().toString();
        this.payload = EventCodec.encode(event);
        this.answerId = answerId;
        this.createdAt = event.time();
    }

    public static OutboxMessage of(EventEnvelope event) {
        return event.type() == EventType.ANSWER_SUBMITTED
                ? new OutboxMessage(event, Topics.ANSWERS, event.answerId())
                : new OutboxMessage(event, Topics.EVENTS, null);
    }

    public UUID id() {
        return id;
    }

    public String topic() {
        return topic;
    }

    public String key() {
        return key;
    }

    public String payload() {
        return payload;
    }

    public @Nullable UUID answerId() {
        return answerId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
