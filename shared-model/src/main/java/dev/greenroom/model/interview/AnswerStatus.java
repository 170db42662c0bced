package dev.greenroom.model.interview;

import dev.greenroom.model.event.EventType;
import java.util.Optional;

/** Where an answer stands on its way to feedback. */
public enum AnswerStatus {
    TRANSCRIBING,
    QUEUED,
    SCORING,
    SCORED,
    UNSCORED,
    FAILED;

    /** Whether nothing more happens to the answer by itself. */
    public boolean isFinal() {
        return switch (this) {
            case TRANSCRIBING, QUEUED, SCORING -> false;
            case SCORED, UNSCORED, FAILED -> true;
        };
    }

    /** How an answer stands after an event that tells clients of it; empty where an event tells of something else. */
    public static Optional<AnswerStatus> after(EventType event) {
        return switch (event) {
            case ANSWER_RECEIVED -> Optional.of(QUEUED);
            case ANSWER_PRELIMINARY -> Optional.of(SCORING);
            case ANSWER_SCORED -> Optional.of(SCORED);
            case ANSWER_UNSCORED -> Optional.of(UNSCORED);
            case ANSWER_FAILED -> Optional.of(FAILED);
            case ANSWER_SUBMITTED, TURN_ASKED, SESSION_COMPLETED, SESSION_EXPIRED, REPORT_READY -> Optional.empty();
        };
    }
}
