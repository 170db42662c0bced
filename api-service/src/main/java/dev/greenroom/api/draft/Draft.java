package dev.greenroom.api.draft;

import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Turn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a candidate has written in answer to a turn and not sent yet. Changed under the lock of its session. */
@Entity(name = "draft")
class Draft {

    @Id
    private UUID turnId;

    private UUID tenantId;
    private UUID sessionId;
    private String text;
    private Instant savedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Draft() {}

    @SuppressWarnings("NullAway.Init") // save sets the rest
    Draft(Turn turn, String text, Instant now) {
        this.turnId = turn.id();
        this.tenantId = turn.tenantId();
        this.sessionId = turn.sessionId();
        save(text, now);
    }

    /** To the microsecond, as the database keeps it: what was just saved looks as it will when it is read. */
    final void save(String newText, Instant now) {
        text = newText;
        savedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    boolean isOf(UUID tenant, UUID session) {
        return tenantId.equals(tenant) && sessionId.equals(session);
    }

    DraftView view() {
        return new DraftView(IdKind.TURN.format(turnId), text, savedAt);
    }
}
