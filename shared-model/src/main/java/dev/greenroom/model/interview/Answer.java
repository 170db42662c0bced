package dev.greenroom.model.interview;

import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.TimeOrderedIds;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's answer to one turn. The API creates it {@code QUEUED}; from then on only workers change it, each
 * under the attempt number with which it claimed the row, until its status is final.
 */
@Entity(name = "answer")
@SuppressWarnings("UnusedVariable") // the lease columns are written here once and from then on by the workers, in SQL
public class Answer {

    @Id
    private UUID id;

    private UUID tenantId;
    private UUID sessionId;
    private UUID turnId;
    private String text;

    @Enumerated(EnumType.STRING)
    private InputMode inputMode;

    private boolean skipped;
    private @Nullable Long durationMs;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Speech speech;

    @Enumerated(EnumType.STRING)
    private AnswerStatus status;

    private @Nullable String reason;
    private Instant submittedAt;
    private int attempt;
    private int failures;
    private @Nullable String leaseOwner;
    private @Nullable Instant leaseExpiresAt;
    private @Nullable Instant nextAttemptAt;
    private Instant announcedAt;
    private int announcements;

    @Version
    private int rowVersion;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    public Answer(UUID id, Turn turn, Submission submission, Instant now) {
        this.id = id;
        this.tenantId = turn.tenantId();
        this.sessionId = turn.sessionId();
        this.turnId = turn.id();
        this.text = submission.text();
        this.inputMode = submission.inputMode();
        this.skipped = submission.skipped();
        this.durationMs = submission.durationMs();
        this.speech = submission.speech();
        this.status = AnswerStatus.QUEUED;
        this.submittedAt = now;
        this.announcedAt = now;
        this.announcements = 1;
    }

    /**
     * Queues the answer once more, from the beginning: earlier failures don't count. Only for one whose status is final;
     * the row has to be locked, and announced in the same transaction.
     */
    public void scoreAnew(Instant now) {
        if (!status.isFinal()) {
            throw new IllegalStateException("Answer %s is being scored".formatted(id));
        }
        status = AnswerStatus.QUEUED;
        reason = null;
        failures = 0;
        nextAttemptAt = null;
        announcedAt = now;
        announcements = 1;
    }

    /**
     * The message that hands the answer to the workers; it belongs into the transaction that queues the answer.
     *
     * @param version the one that the evaluation will have
     * @param traceparent W3C Trace Context of what queues it
     */
    public EventEnvelope announcement(int version, @Nullable String traceparent, Instant now) {
        return new EventEnvelope(
                TimeOrderedIds.next(),
                EventType.ANSWER_SUBMITTED,
                EventEnvelope.SCHEMA_VERSION,
                tenantId,
                sessionId,
                turnId,
                id,
                version,
                null,
                now,
                traceparent);
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID sessionId() {
        return sessionId;
    }

    public UUID turnId() {
        return turnId;
    }

    public Submission submission() {
        return new Submission(text, inputMode, skipped, durationMs, speech);
    }

    public AnswerStatus status() {
        return status;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** How often the answer has been claimed; the fencing token of the claim in force. */
    public int attempt() {
        return attempt;
    }
}
