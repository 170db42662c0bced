package dev.greenroom.worker.scoring;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Turn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that scoring an answer needs to know of its interview.
 *
 * @param previous the newest evaluation of the answer so far
 * @param earlier the scored turns of the thread before this one, in order
 * @param sandbox whether the session was started by a test key
 */
record Work(Answer answer, Turn turn, @Nullable Evaluation previous, List<Heard> earlier, boolean sandbox) {

    Work {
        earlier = List.copyOf(earlier);
    }

    /** The evaluation that was stored for the time until there is a second opinion, if that is where the answer stands. */
    Optional<Evaluation> findPreliminary() {
        return Optional.ofNullable(previous).filter(evaluation -> evaluation.stage() == Stage.PRELIMINARY);
    }
}
