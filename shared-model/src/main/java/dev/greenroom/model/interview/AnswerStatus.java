package dev.greenroom.model.interview;

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
}
