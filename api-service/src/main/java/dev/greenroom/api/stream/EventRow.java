package dev.greenroom.api.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.api.session.TurnView;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.json.StoredJson;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the table has it, with the evaluation that its answer had then.
 *
 * @param score as JSON
 */
record EventRow(
        long cursor,
        String type,
        @Nullable UUID turn,
        @Nullable UUID answer,
        Instant time,
        @Nullable String stage,
        @Nullable String score,
        @Nullable String reason) {

    /** How an answer stands after the events that tell of one. */
    private static final Map<String, AnswerStatus> STANDING = Map.of(
            EventType.ANSWER_RECEIVED.name(), AnswerStatus.QUEUED,
            EventType.ANSWER_PRELIMINARY.name(), AnswerStatus.SCORING,
            EventType.ANSWER_SCORED.name(), AnswerStatus.SCORED,
            EventType.ANSWER_UNSCORED.name(), AnswerStatus.UNSCORED,
            EventType.ANSWER_FAILED.name(), AnswerStatus.FAILED);

    boolean isAsking() {
        return type.equals(EventType.TURN_ASKED.name());
    }

    EventView view(UUID session, @Nullable TurnView asked, boolean withheld) {
        String sessionId = IdKind.SESSION.format(session);
        String answerId = answer == null ? null : IdKind.ANSWER.format(answer);
        AnswerStatus status = STANDING.get(type);
        return new EventView(
                cursor,
                wireName(type),
                sessionId,
                time,
                asked,
                answerId == null || turn == null || status == null
                        ? null
                        : part(answerId, IdKind.TURN.format(turn), status, withheld),
                new EventView.Links("/v1/sessions/" + sessionId, answerId == null ? null : "/v1/answers/" + answerId));
    }

    /** Also of a type that only the release after this one knows, whose worker may be there already. */
    static String wireName(String type) {
        return type.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private EventView.AnswerPart part(String answerId, String turnId, AnswerStatus status, boolean withheld) {
        return new EventView.AnswerPart(
                answerId,
                turnId,
                status,
                stage == null ? null : Stage.valueOf(stage),
                withheld ? null : parse(score),
                reason,
                withheld);
    }

    private static @Nullable Score parse(@Nullable String score) {
        try {
            return score == null ? null : StoredJson.MAPPER.readValue(score, Score.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored score cannot be read", e);
        }
    }
}
