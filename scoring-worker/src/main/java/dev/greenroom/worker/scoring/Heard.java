package dev.greenroom.worker.scoring;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.assessment.OpinionRequest.EarlierTurn;
import dev.greenroom.worker.followup.Reply;
import dev.greenroom.worker.followup.ThreadTurn;
import java.util.UUID;

/** A turn of the thread before the answer in question, with what was said and what was found. */
record Heard(Turn turn, UUID answerId, String text, Evaluation evaluation) {

    EarlierTurn asked() {
        return new EarlierTurn(turn.prompt(), text);
    }

    Reply reply() {
        return new Reply(IdKind.ANSWER.format(answerId), text, found());
    }

    ThreadTurn found() {
        return new ThreadTurn(
                turn.followUpId().orElse(null),
                evaluation.concepts(),
                evaluation.flags(),
                evaluation.score() == null ? null : evaluation.score().value());
    }
}
