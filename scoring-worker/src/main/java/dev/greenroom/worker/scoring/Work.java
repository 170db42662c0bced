package dev.greenroom.worker.scoring;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.followup.ThreadTurn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that scoring an answer needs to know of its interview.
 *
 * @param previous the newest evaluation of the answer so far
 * @param earlier the scored turns of the thread before this one, in order
 */
record Work(Answer answer, Turn turn, @Nullable Evaluation previous, List<ThreadTurn> earlier) {

    Work {
        earlier = List.copyOf(earlier);
    }
}
