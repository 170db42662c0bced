package dev.greenroom.model.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What happened. The wire name is what clients see, too. */
public enum EventType {
    /** For workers: an answer waits to be scored. */
    ANSWER_SUBMITTED("answer.submitted"),
    ANSWER_RECEIVED("answer.received"),
    ANSWER_PRELIMINARY("answer.preliminary"),
    ANSWER_SCORED("answer.scored"),
    ANSWER_UNSCORED("answer.unscored"),
    ANSWER_FAILED("answer.failed"),
    TURN_ASKED("turn.asked"),
    SESSION_COMPLETED("session.completed"),
    SESSION_EXPIRED("session.expired"),
    /** The session is over and each of its answers has its last word. */
    REPORT_READY("report.ready");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
