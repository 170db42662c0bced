package dev.greenroom.model.evaluation;

/** Something about an answer that a reader of its score should know. */
public enum Flag {
    NO_ANSWER,
    SKIPPED,
    DONT_KNOW,
    TOO_SHORT,
    OFF_TOPIC,
    ECHOES_QUESTION,
    CONTRADICTION,
    INJECTION_SUSPECTED,
    LOW_TRANSCRIPT_CONFIDENCE
}
