package dev.greenroom.worker.writing;

import dev.greenroom.model.evaluation.FollowUpRef;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Turn;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an interview has moved on after an answer. */
sealed interface Move {

    record Asked(Turn turn) implements Move {}

    record Finished() implements Move {}

    /** It was over already, or had moved on before. */
    record Stayed() implements Move {}

    /** The turn that is still to be stored. */
    default Optional<Turn> newTurn() {
        return this instanceof Asked(Turn turn) ? Optional.of(turn) : Optional.empty();
    }

    /** What the interview's history says of it. */
    default Optional<InterviewEvent> event(Session session, Instant now) {
        return switch (this) {
            case Asked(Turn turn) ->
                Optional.of(new InterviewEvent(session, EventType.TURN_ASKED, turn.id(), null, now));
            case Finished() -> Optional.of(new InterviewEvent(session, EventType.SESSION_COMPLETED, null, null, now));
            case Stayed() -> Optional.empty();
        };
    }

    /** The follow-up that it led to, if it led to one. */
    default @Nullable FollowUpRef followUp() {
        return switch (this) {
            case Asked(Turn turn) ->
                turn.trigger()
                        .map(trigger -> new FollowUpRef(IdKind.TURN.format(turn.id()), turn.targetConcepts(), trigger))
                        .orElse(null);
            case Finished(), Stayed() -> null;
        };
    }
}
