package dev.greenroom.worker.writing;

/** Why an answer was given up, in a word that stays the same. */
public enum FailureReason {
    /** Scoring or writing failed, every time. */
    SCORING_FAILED,
    /** Each worker that tried it died or froze. */
    WORKER_LOST
}
