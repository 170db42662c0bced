package dev.greenroom.model.interview;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Stage;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An evaluation in its table: append-only, with the columns that are queried beside the whole body. */
@Entity(name = "evaluation")
@Immutable
@SuppressWarnings("UnusedVariable") // the columns beside the body are for queries
public class StoredEvaluation {

    @Id
    private UUID id;

    private UUID tenantId;
    private UUID sessionId;
    private UUID answerId;
    private int version;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private EvaluationStatus status;

    private @Nullable Integer score;

    @JdbcTypeCode(SqlTypes.JSON)
    private Evaluation body;

    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredEvaluation() {}

    public StoredEvaluation(UUID id, Answer answer, Evaluation body) {
        Score total = body.score();
        this.id = id;
        this.tenantId = answer.tenantId();
        this.sessionId = answer.sessionId();
        this.answerId = answer.id();
        this.version = body.version();
        this.stage = body.stage();
        this.status = body.status();
        this.score = total == null ? null : total.value();
        this.body = body;
        this.createdAt = body.createdAt();
    }

    public UUID answerId() {
        return answerId;
    }

    public int version() {
        return version;
    }

    public Evaluation body() {
        return body;
    }
}
