package dev.greenroom.api.report;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Settlement;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Turn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A turn with what became of it so far.
 *
 * @param evaluation the newest one
 */
record AnsweredTurn(
        Turn turn, @Nullable Answer answer, @Nullable Evaluation evaluation) {

    Optional<Score> score() {
        return Optional.ofNullable(evaluation).map(Evaluation::score);
    }

    Optional<Settlement> settlement() {
        return Optional.ofNullable(evaluation).map(Evaluation::settlement);
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** Whether a better evaluation, or any at all, is still to come. */
    boolean isPending() {
        return answer != null
                && (!answer.status().isFinal() || (evaluation != null && evaluation.stage() == Stage.PRELIMINARY));
    }
}
