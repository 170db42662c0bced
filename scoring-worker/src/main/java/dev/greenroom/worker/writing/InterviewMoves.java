package dev.greenroom.worker.writing;

import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.InterviewFlow;
import dev.greenroom.model.interview.NextStep;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.worker.bank.QuestionBank;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Moves an interview on, by the rules of {@link InterviewFlow}. */
@Singleton
final class InterviewMoves {

    private final QuestionBank bank;

    InterviewMoves(QuestionBank bank) {
        this.bank = bank;
    }

    /** Changes the session, which has to be locked; a new turn is still to be stored. */
    Move after(Session session, Turn answered, Optional<Probe> probe, Instant now) {
        if (session.hasMovedOnFrom(answered)) {
            return new Move.Stayed();
        }
        return switch (InterviewFlow.after(session, answered, probe)) {
            case NextStep.AskFollowUp(Probe fitting) ->
                new Move.Asked(session.askFollowUp(TimeOrderedIds.next(), answered, fitting, now));
            case NextStep.AskMain(QuestionRef question) -> new Move.Asked(askMain(session, question, now));
            case NextStep.Finish() -> finish(session, now);
            case NextStep.StayClosed() -> new Move.Stayed();
        };
    }

    private Turn askMain(Session session, QuestionRef question, Instant now) {
        String prompt = bank.requireQuestion(question).prompt();
        return session.askMain(TimeOrderedIds.next(), question, prompt, now);
    }

    private static Move finish(Session session, Instant now) {
        session.complete(now);
        return new Move.Finished();
    }
}
