package dev.greenroom.worker.opinion;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.OpinionRequest;
import dev.greenroom.worker.followup.Settling;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.writing.ScoredAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A claimed answer with its first assessment, on which there may be a second opinion.
 *
 * @param first the answer by its first assessment
 * @param thread what came before, in which the answer may settle something
 * @param sandbox whether the session is for trying out: then no language model ever sees the answer
 */
public record Unsettled(ScoredAnswer first, OpinionRequest request, Settling thread, boolean sandbox) {

    Claim claim() {
        return first.claim();
    }

    /** Whether the first assessment is stored and waits for the second. */
    boolean isPreliminary() {
        Evaluation previous = first.previous();
        return previous != null && previous.stage() == Stage.PRELIMINARY;
    }

    /** Whether the answer has no evaluation at all. */
    boolean isNew() {
        return first.previous() == null;
    }

    /** Whether the first evaluation is older than this. */
    boolean waitsLongerThan(Duration patience, Instant now) {
        Evaluation previous = first.previous();
        return previous != null && previous.createdAt().plus(patience).isBefore(now);
    }

    /** The same with the follow-up in other words. */
    Unsettled asking(Probe worded) {
        return new Unsettled(first.leadingTo(Optional.of(worded)), request, thread, sandbox);
    }

    Unsettled after(Evaluation stored) {
        return new Unsettled(first.after(stored), request, thread, sandbox);
    }

    ScoredAnswer settledBy(Assessment opinion) {
        return first.by(opinion).in(thread);
    }
}
