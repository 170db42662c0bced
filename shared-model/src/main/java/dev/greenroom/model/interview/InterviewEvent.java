package dev.greenroom.model.interview;

import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.trace.Traceparent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An entry of a session's history, from which clients resume. */
@Entity(name = "interview_event")
@Immutable
public class InterviewEvent {

    @EmbeddedId
    private Place place;

    private UUID tenantId;

    @Enumerated(EnumType.STRING)
    private EventType type;

    private @Nullable UUID turnId;
    private @Nullable UUID answerId;
    private Instant createdAt;
    private @Nullable String traceparent;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected InterviewEvent() {}

    /** One more event of {@code session}, which has to be locked by this transaction, in the trace of the calling thread. */
    public InterviewEvent(
            Session session, EventType type, @Nullable UUID turnId, @Nullable UUID answerId, Instant now) {
        this.place = new Place(session.id(), session.nextEventCursor());
        this.tenantId = session.tenantId();
        this.type = type;
        this.turnId = turnId;
        this.answerId = answerId;
        this.createdAt = now;
        this.traceparent = Traceparent.current();
    }

    /** Moves the event, which must not be stored yet, to the trace that a W3C Trace Context names; to none if it is null. */
    public void traceBy(@Nullable String other) {
        this.traceparent = other;
    }

    /** The same event as a message to the API replicas. */
    public EventEnvelope envelope() {
        return new EventEnvelope(
                TimeOrderedIds.next(),
                type,
                EventEnvelope.SCHEMA_VERSION,
                tenantId,
                place.sessionId(),
                turnId,
                answerId,
                null,
                place.cursor(),
                createdAt,
                traceparent);
    }

    /** Session and cursor. */
    @Embeddable
    public record Place(UUID sessionId, long cursor) {}
}
