package dev.greenroom.api.stream;

import java.time.Duration;

/** One thing that is sent to a client. */
sealed interface Signal {

    /** When to come back after the stream has ended, however it ends. */
    record Retry(Duration delay) implements Signal {}

    record Told(EventView event) implements Signal {}

    /** Nothing has happened for a while. */
    record Heartbeat() implements Signal {}
}
