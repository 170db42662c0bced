package dev.greenroom.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message between the services: who and what, never the words themselves.
 *
 * @param evaluationVersion for {@code answer.submitted}, the version that the evaluation will have
 * @param cursor for events of an interview, the place in the session's history
 * @param traceparent W3C Trace Context of the request or job that caused it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventEnvelope(
        UUID eventId,
        EventType type,
        int schemaVersion,
        UUID tenantId,
        UUID sessionId,
        @Nullable UUID turnId,
        @Nullable UUID answerId,
        @Nullable Integer evaluationVersion,
        @Nullable Long cursor,
        Instant time,
        @Nullable String traceparent) {

    /** The version of the envelope that this build writes, and the newest that it reads. */
    public static final int SCHEMA_VERSION = 1;
}
