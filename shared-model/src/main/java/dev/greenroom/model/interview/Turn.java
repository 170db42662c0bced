package dev.greenroom.model.interview;

import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.question.QuestionRef;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One question put to the candidate: a main one, which opens a thread, or a follow-up, which goes on with it. */
@Entity(name = "turn")
public class Turn {

    @Id
    private UUID id;

    private UUID tenantId;
    private UUID sessionId;
    private int ordinal;

    @Enumerated(EnumType.STRING)
    private TurnKind kind;

    private @Nullable UUID parentTurnId;
    private UUID mainTurnId;
    private int depth;
    private String questionId;
    private int questionVersion;
    private @Nullable String followUpId;
    private String prompt;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> targetConcepts;

    @Enumerated(EnumType.STRING)
    private @Nullable Trigger trigger;

    @Enumerated(EnumType.STRING)
    private @Nullable Phrasing phrasing;

    @Enumerated(EnumType.STRING)
    private TurnStatus status;

    private Instant askedAt;

    @Version
    private int rowVersion;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Turn() {}

    @SuppressWarnings("NullAway.Init") // each of the two factories sets the rest
    private Turn(UUID id, UUID tenantId, UUID sessionId, int ordinal, QuestionRef question) {
        this.id = id;
        this.tenantId = tenantId;
        this.sessionId = sessionId;
        this.ordinal = ordinal;
        this.questionId = question.id();
        this.questionVersion = question.version();
        this.status = TurnStatus.ASKED;
    }

    static Turn main(UUID id, Session session, int ordinal, QuestionRef question, String prompt, Instant now) {
        Turn turn = new Turn(id, session.tenantId(), session.id(), ordinal, question);
        turn.kind = TurnKind.MAIN;
        turn.mainTurnId = id;
        turn.prompt = prompt;
        turn.targetConcepts = List.of();
        turn.askedAt = now;
        return turn;
    }

    static Turn followUp(UUID id, Turn parent, int ordinal, Probe probe, Instant now) {
        Turn turn = new Turn(id, parent.tenantId, parent.sessionId, ordinal, parent.question());
        turn.kind = TurnKind.FOLLOW_UP;
        turn.parentTurnId = parent.id;
        turn.mainTurnId = parent.mainTurnId;
        turn.depth = parent.depth + 1;
        turn.followUpId = probe.followUp().id();
        turn.prompt = probe.prompt();
        turn.targetConcepts = probe.targetConcepts();
        turn.trigger = probe.trigger();
        turn.phrasing = probe.phrasing();
        turn.askedAt = now;
        return turn;
    }

    /** Takes note that the turn was answered, or skipped. */
    public void close(boolean skipped) {
        status = skipped ? TurnStatus.SKIPPED : TurnStatus.ANSWERED;
    }

    public boolean isOpen() {
        return status == TurnStatus.ASKED;
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

    public int ordinal() {
        return ordinal;
    }

    public TurnKind kind() {
        return kind;
    }

    public Optional<UUID> parentTurnId() {
        return Optional.ofNullable(parentTurnId);
    }

    public UUID mainTurnId() {
        return mainTurnId;
    }

    public int depth() {
        return depth;
    }

    public QuestionRef question() {
        return new QuestionRef(questionId, questionVersion);
    }

    public Optional<String> followUpId() {
        return Optional.ofNullable(followUpId);
    }

    public String prompt() {
        return prompt;
    }

    public List<String> targetConcepts() {
        return targetConcepts;
    }

    public Optional<Trigger> trigger() {
        return Optional.ofNullable(trigger);
    }

    /** Whose words the prompt is in; those of main turns, and of turns from before anybody phrased, are curated. */
    public Phrasing phrasing() {
        return phrasing == null ? Phrasing.CURATED : phrasing;
    }

    public TurnStatus status() {
        return status;
    }

    public Instant askedAt() {
        return askedAt;
    }
}
