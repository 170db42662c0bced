package dev.greenroom.worker.publishing;

import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.TimeOrderedIds;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An answer that waits to be scored, as far as its announcement is concerned. */
public record WaitingAnswer(UUID id, UUID tenantId, UUID sessionId, UUID turnId, int nextVersion) {

    /** What a statement that changes the table {@code answer} has to return for {@link #list}. */
    public static final String COLUMNS = """
            answer.id, answer.tenant_id, answer.session_id, answer.turn_id,
            next_evaluation_version(answer.id) as next_version""";

    /** Executes a statement that returns {@link #COLUMNS}. */
    public static List<WaitingAnswer> list(PreparedStatement statement) throws SQLException {
        List<WaitingAnswer> answers = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                answers.add(new WaitingAnswer(
                        result.getObject("id", UUID.class),
                        result.getObject("tenant_id", UUID.class),
                        result.getObject("session_id", UUID.class),
                        result.getObject("turn_id", UUID.class),
                        result.getInt("next_version")));
            }
        }
        return answers;
    }

    EventEnvelope announcement(Instant now) {
        return new EventEnvelope(
                TimeOrderedIds.next(),
                EventType.ANSWER_SUBMITTED,
                EventEnvelope.SCHEMA_VERSION,
                tenantId,
                sessionId,
                turnId,
                id,
                nextVersion,
                null,
                now,
                null);
    }
}
