package dev.greenroom.worker.writing;

/** What became of an answer that is given up. */
enum GivenUp {
    /** There is no evaluation of it. */
    FAILED,
    /** The evaluation that was there has the last word. */
    SETTLED,
    /** Somebody else decides about it by now, or it was erased. */
    LATE
}
