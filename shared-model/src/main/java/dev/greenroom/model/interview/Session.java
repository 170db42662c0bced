package dev.greenroom.model.interview;

import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One interview of one candidate. Both services change it, each under the row's lock. */
@Entity(name = "session")
public class Session {

    @Id
    private UUID id;

    private UUID tenantId;

    @Column(name = "topic_id")
    private String topic;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> sections;

    @Enumerated(EnumType.STRING)
    private @Nullable Level level;

    @Enumerated(EnumType.STRING)
    private SessionMode mode;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    private @Nullable String candidateRef;
    private String locale;
    private long seed;
    private int maxFollowUps;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    private List<QuestionRef> plan;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Adaptation adaptation;

    private int asked;
    private int turnCount;
    private int answeredCount;
    private @Nullable UUID currentTurnId;

    @Column(name = "event_cursor")
    private long eventCursor;

    private @Nullable Integer retentionDays;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> metadata;

    private boolean guest;
    private boolean sandbox;
    private Instant createdAt;
    private @Nullable Instant completedAt;

    @Version
    private int rowVersion;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    public Session(UUID id, UUID tenantId, SessionPlan start, Instant now) {
        this(id, tenantId, start, Origin.LIVE_KEY, now);
    }

    @SuppressWarnings("NullAway.Init") // Hibernate sets the row version
    public Session(UUID id, UUID tenantId, SessionPlan start, Origin origin, Instant now) {
        this.id = id;
        this.tenantId = tenantId;
        this.topic = start.topic();
        this.sections = start.sections();
        this.level = start.level();
        this.mode = start.mode();
        this.status = SessionStatus.IN_PROGRESS;
        this.candidateRef = start.candidateRef();
        this.locale = start.locale();
        this.seed = start.seed();
        this.maxFollowUps = start.maxFollowUps();
        this.plan = start.questions();
        this.adaptation = start.adaptation();
        this.retentionDays = start.retentionDays();
        this.metadata = start.metadata();
        this.guest = origin.guest();
        this.sandbox = origin.sandbox();
        this.createdAt = now;
    }

    /** The main question to ask next; empty when all have been asked. */
    public Optional<QuestionRef> findNextQuestion() {
        if (asked >= plan.size()) {
            return Optional.empty();
        }
        return adaptation == null ? Optional.of(plan.get(asked)) : adaptation.findNext();
    }

    /** Opens a thread: makes the turn that asks {@link #findNextQuestion} the current one. */
    public Turn askMain(UUID turnId, QuestionRef question, String prompt, Instant now) {
        asked++;
        adaptation = adaptation == null ? null : adaptation.afterAsking();
        return become(Turn.main(turnId, this, ++turnCount, question, prompt, now));
    }

    /** Goes on with a thread: makes a follow-up to {@code answered} the current turn. */
    public Turn askFollowUp(UUID turnId, Turn answered, Probe probe, Instant now) {
        return become(Turn.followUp(turnId, answered, ++turnCount, probe, now));
    }

    private Turn become(Turn turn) {
        currentTurnId = turn.id();
        return turn;
    }

    /**
     * Takes note of how a thread went, before the next question is asked; without effect unless the level adapts.
     *
     * @param score the mean score of its turns
     */
    public void endThread(double score) {
        adaptation = adaptation == null ? null : adaptation.afterThread(score);
    }

    /** Takes note that the current turn was answered; there is no current turn until the next one is asked. */
    public void noteAnswer() {
        currentTurnId = null;
        answeredCount++;
    }

    /** Ends the session. Ending one that is over already changes nothing. */
    public void complete(Instant now) {
        end(SessionStatus.COMPLETED, now);
    }

    /** Ends a session whose turn has waited too long for its answer. */
    public void expire(Instant now) {
        end(SessionStatus.EXPIRED, now);
    }

    private void end(SessionStatus ended, Instant now) {
        if (isInProgress()) {
            status = ended;
            completedAt = now;
            currentTurnId = null;
        }
    }

    /** Gives an interview that nobody was named for to a candidate. */
    public void claimFor(String candidate) {
        if (candidateRef != null) {
            throw new IllegalStateException("The session has a candidate already");
        }
        candidateRef = candidate;
    }

    /** Whether a later turn has been asked already, as after an answer that is scored once more. */
    public boolean hasMovedOnFrom(Turn turn) {
        return turn.ordinal() < turnCount;
    }

    /** The cursor for one more event of this session. */
    public long nextEventCursor() {
        return ++eventCursor;
    }

    /** Whether feedback has to be kept back for now. */
    public boolean withholdsFeedback() {
        return mode == SessionMode.INTERVIEW && isInProgress();
    }

    public boolean isInProgress() {
        return status == SessionStatus.IN_PROGRESS;
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public String topic() {
        return topic;
    }

    public List<String> sections() {
        return sections;
    }

    public Optional<Level> level() {
        return Optional.ofNullable(level);
    }

    /** How the level follows the candidate; empty when it doesn't. */
    public Optional<Adaptation> adaptation() {
        return Optional.ofNullable(adaptation);
    }

    public SessionMode mode() {
        return mode;
    }

    public SessionStatus status() {
        return status;
    }

    public Optional<String> candidateRef() {
        return Optional.ofNullable(candidateRef);
    }

    public String locale() {
        return locale;
    }

    public long seed() {
        return seed;
    }

    public int maxFollowUps() {
        return maxFollowUps;
    }

    public List<QuestionRef> plan() {
        return plan;
    }

    public int asked() {
        return asked;
    }

    public int answeredCount() {
        return answeredCount;
    }

    public Optional<UUID> currentTurnId() {
        return Optional.ofNullable(currentTurnId);
    }

    public Optional<Integer> retentionDays() {
        return Optional.ofNullable(retentionDays);
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    public Origin origin() {
        return new Origin(guest, sandbox);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }
}
