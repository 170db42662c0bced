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
import java.util.UUID;
import java.util.stream.Stream;
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

    boolean isAsking() {
        return type.equals(EventType.TURN_ASKED.name());
    }

    EventView view(UUID session, @Nullable TurnView asked, boolean withheld) {
        String sessionId = IdKind.SESSION.format(session);
        String answerId = answer == null ? null : IdKind.ANSWER.format(answer);
        AnswerStatus status = standing();
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

    /** Of the answer that the event tells of; null where it tells of none, or has a type of the next release. */
    private @Nullable AnswerStatus standing() {
        return Stream.of(EventType.values())
                .filter(known -> known.name().equals(type))
                .findFirst()
                .flatMap(AnswerStatus::after)
                .orElse(null);
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
