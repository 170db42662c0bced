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
import org.jspecify.annotations.Nullable;

/** Moves an interview on, by the rules of {@link InterviewFlow}, and keeps up what is known of its candidate. */
@Singleton
final class InterviewMoves {

    private final QuestionBank bank;
    private final ThreadScores threads;
    private final Mastery mastery;

    InterviewMoves(QuestionBank bank, ThreadScores threads, Mastery mastery) {
        this.bank = bank;
        this.threads = threads;
        this.mastery = mastery;
    }

    /** After a result. Changes the session, which has to be locked; a new turn is still to be stored. */
    Move after(Session session, ScoredAnswer scored, Instant now) {
        mastery.note(session, scored, now);
        return after(session, scored.turn(), scored.probe(), scored.points(), now);
    }

    /** After an answer that could not be scored. */
    Move afterFailure(Session session, Turn answered, Instant now) {
        return after(session, answered, Optional.empty(), null, now);
    }

    private Move after(Session session, Turn answered, Optional<Probe> probe, @Nullable Integer points, Instant now) {
        if (session.hasMovedOnFrom(answered)) {
            return new Move.Stayed();
        }
        if (session.adaptation().isPresent() && !InterviewFlow.staysInThread(session, answered, probe)) {
            threads.mean(answered, points).ifPresent(session::endThread);
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
