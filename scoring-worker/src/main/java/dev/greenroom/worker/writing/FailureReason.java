package dev.greenroom.worker.writing;

/**
 * Why an answer was given up, in a word that stays the same. With an evaluation that is not the last word, it is only the
 * second opinion that is given up.
 */
public enum FailureReason {
    /** Scoring or writing failed, every time. */
    SCORING_FAILED,
    /** Each worker that tried it died or froze. */
    WORKER_LOST,
    /** The judge was put off again and again, for longer than an answer may wait for it. */
    NO_OPINION_IN_TIME,
    /** No judge is configured any more. */
    OPINION_NOT_WANTED
}
