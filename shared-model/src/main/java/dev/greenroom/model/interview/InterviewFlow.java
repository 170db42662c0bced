package dev.greenroom.model.interview;

import dev.greenroom.model.question.QuestionRef;
import java.util.Optional;

/** The rules by which an interview moves on. Pure: they read the interview and decide, they change nothing. */
public final class InterviewFlow {

    private InterviewFlow() {}

    /**
     * What comes after the answer to {@code answered}.
     *
     * @param probe the follow-up that fits the answer best, if any does
     */
    public static NextStep after(Session session, Turn answered, Optional<Probe> probe) {
        if (!session.isInProgress()) {
            return new NextStep.StayClosed();
        }
        if (probe.isPresent() && staysInThread(session, answered, probe)) {
            return new NextStep.AskFollowUp(probe.get());
        }
        Optional<QuestionRef> next = session.findNextQuestion();
        return next.isPresent() ? new NextStep.AskMain(next.get()) : new NextStep.Finish();
    }

    /** Whether a follow-up comes next, if anything does. */
    public static boolean staysInThread(Session session, Turn answered, Optional<Probe> probe) {
        return probe.isPresent() && answered.depth() < session.maxFollowUps();
    }
}
