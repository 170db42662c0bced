package dev.greenroom.api.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.model.id.IdKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to an endpoint: what happened, by ids and links, and never a candidate's words. */
@Schema(name = "WebhookMessage")
public record Message(
        @Schema(examples = "answer.scored") String type,
        @Schema(description = "When it happened.") Instant timestamp,
        Data data) {

    /** What it happened to. */
    @Schema(name = "WebhookMessageData", description = "What it happened to; what does not apply is absent.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Data(
            @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") @Nullable String sessionId,

            @Schema(description = "The event's place in the history of its session.", examples = "7") @Nullable Long cursor,

            @Schema(examples = "trn_01kB2m9fQ8Zr5tYw3xVn7M") @Nullable String turnId,

            @Schema(examples = "ans_01kB2m9fQ8Zr5tYw3xVn7N") @Nullable String answerId,

            @Schema(description = "The webhook that the event is about.", examples = "whk_01kB2m9fQ8Zr5tYw3xVn7Q")
            @Nullable String webhookId,

            Links links) {}

    /** Where to read more. */
    @Schema(name = "WebhookMessageLinks")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(
            @Nullable String session,
            @Nullable String answer,
            @Nullable String webhook) {}

    static Message of(String type, Instant occurredAt, Subject subject) {
        String session = subject.id(IdKind.SESSION, subject.sessionId());
        String answer = subject.id(IdKind.ANSWER, subject.answerId());
        String webhook = subject.id(IdKind.WEBHOOK, subject.webhookId());
        Links links =
                new Links(link("/v1/sessions/", session), link("/v1/answers/", answer), link("/v1/webhooks/", webhook));
        Data data =
                new Data(session, subject.cursor(), subject.id(IdKind.TURN, subject.turnId()), answer, webhook, links);
        return new Message(type, occurredAt, data);
    }

    private static @Nullable String link(String path, @Nullable String id) {
        return id == null ? null : path + id;
    }

    /** What a message is about, as it is stored. */
    record Subject(
            @Nullable UUID sessionId,
            @Nullable UUID turnId,
            @Nullable UUID answerId,
            @Nullable Long cursor,
            @Nullable UUID webhookId) {

        private @Nullable String id(IdKind kind, @Nullable UUID id) {
            return Optional.ofNullable(id).map(kind::format).orElse(null);
        }
    }
}
