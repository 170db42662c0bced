package dev.greenroom.api.webhook.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One try to tell an endpoint. */
@Schema(name = "WebhookAttempt")
record Attempt(
        Instant at,
        long durationMs,

        @Schema(
                description = "The status that the endpoint answered with; null when it did not answer.",
                examples = "503")
        @Nullable Integer responseStatus,

        @Schema(description = "The first 500 characters of what it answered.") @Nullable String responseExcerpt,

        @Schema(description = "Why there was no answer.", examples = "no connection") @Nullable String error) {

    static Attempt of(Instant at, long durationMs, Reply reply) {
        return switch (reply) {
            case Reply.Answered(int status, String excerpt) -> new Attempt(at, durationMs, status, excerpt, null);
            case Reply.Unanswered(String why) -> new Attempt(at, durationMs, null, null, why);
        };
    }
}
