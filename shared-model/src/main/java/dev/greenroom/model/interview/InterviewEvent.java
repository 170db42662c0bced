package dev.greenroom.model.interview;

import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.TimeOrderedIds;
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

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected InterviewEvent() {}

    /** One more event of {@code session}, which has to be locked by this transaction. */
    public InterviewEvent(
            Session session, EventType type, @Nullable UUID turnId, @Nullable UUID answerId, Instant now) {
        this.place = new Place(session.id(), session.nextEventCursor());
        this.tenantId = session.tenantId();
        this.type = type;
        this.turnId = turnId;
        this.answerId = answerId;
        this.createdAt = now;
    }

    /** The same event as a message to the API replicas. */
    public EventEnvelope envelope(@Nullable String traceparent) {
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
