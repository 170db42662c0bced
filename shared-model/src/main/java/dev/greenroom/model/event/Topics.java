package dev.greenroom.model.event;

/** The Kafka topics. The key of every record is the session's id. */
public final class Topics {

    /** Answers that wait to be scored, read by the workers' group. */
    public static final String ANSWERS = "greenroom.answers";

    /** What happens in interviews, read by every API replica. */
    public static final String EVENTS = "greenroom.events";

    private Topics() {}
}
