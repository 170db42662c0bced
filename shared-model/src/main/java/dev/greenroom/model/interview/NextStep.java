package dev.greenroom.model.interview;

import dev.greenroom.model.question.QuestionRef;

/** What comes after an answer. */
public sealed interface NextStep {

    /** The thread goes on: ask back. */
    record AskFollowUp(Probe probe) implements NextStep {}

    /** The thread is over: open the next one. */
    record AskMain(QuestionRef question) implements NextStep {}

    /** The interview is over. */
    record Finish() implements NextStep {}

    /** The session was closed while the answer was being scored: ask nothing. */
    record StayClosed() implements NextStep {}
}
