package dev.greenroom.api.webhook.delivery;

import dev.greenroom.model.id.TimeOrderedIds;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that an endpoint is told. Most are written by the database with the event, and changed by {@link Claims}. */
@Entity(name = "webhook_delivery")
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // what the database needs to know of a delivery that is made here
class Delivery {

    @Id
    private UUID id;

    private UUID tenantId;
    private UUID webhookId;
    private String type;
    private @Nullable UUID sessionId;
    private @Nullable UUID turnId;
    private @Nullable UUID answerId;
    private @Nullable Long eventCursor;
    private @Nullable UUID subjectId;
    private Instant occurredAt;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private int attempt;
    private int claim;
    private @Nullable Instant nextAttemptAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Attempt> attempts;

    private @Nullable Instant deliveredAt;
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    /** News about an endpoint itself. */
    @SuppressWarnings("NullAway.Init") // Hibernate's analysis of the nullable columns
    Delivery(UUID tenantId, UUID webhookId, String type, Instant now) {
        this.id = TimeOrderedIds.next();
        this.tenantId = tenantId;
        this.webhookId = webhookId;
        this.type = type;
        this.subjectId = webhookId;
        this.occurredAt = now;
        this.status = DeliveryStatus.PENDING;
        this.nextAttemptAt = now;
        this.attempts = List.of();
        this.createdAt = now;
    }

    /** Starts another round of attempts, whatever became of the last one. */
    void sendAgain(Instant now) {
        status = DeliveryStatus.PENDING;
        attempt = 0;
        claim++; // so that the result of an attempt that is under way counts no longer
        nextAttemptAt = now;
        deliveredAt = null;
    }

    UUID id() {
        return id;
    }

    UUID webhookId() {
        return webhookId;
    }

    DeliveryStatus status() {
        return status;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    Optional<Instant> deliveredAt() {
        return Optional.ofNullable(deliveredAt);
    }

    Instant createdAt() {
        return createdAt;
    }

    Message message() {
        return Message.of(type, occurredAt, new Message.Subject(sessionId, turnId, answerId, eventCursor, subjectId));
    }
}
