package dev.greenroom.api.answer;

import dev.greenroom.model.interview.Answer;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That somebody asked for a new evaluation of an answer, and why. */
@Entity(name = "rescoring")
@Immutable
@SuppressWarnings("UnusedVariable") // written for people who look into the table
class Rescoring {

    @Id
    private UUID id;

    private UUID tenantId;
    private UUID sessionId;
    private UUID answerId;
    private int evaluationVersion;
    private String reason;
    private Instant requestedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Rescoring() {}

    Rescoring(UUID id, Answer answer, int evaluationVersion, String reason, Instant now) {
        this.id = id;
        this.tenantId = answer.tenantId();
        this.sessionId = answer.sessionId();
        this.answerId = answer.id();
        this.evaluationVersion = evaluationVersion;
        this.reason = reason;
        this.requestedAt = now;
    }
}
