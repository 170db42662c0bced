package dev.greenroom.worker.writing;

import dev.greenroom.model.evaluation.FollowUpRef;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Turn;
import org.jspecify.annotations.Nullable;

/** How an interview has moved on after an answer. */
sealed interface Move {

    record Asked(Turn turn) implements Move {}

    record Finished() implements Move {}

    /** It was over already, or had moved on before. */
    record Stayed() implements Move {}

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
