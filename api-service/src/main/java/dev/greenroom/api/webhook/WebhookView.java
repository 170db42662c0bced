package dev.greenroom.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.model.id.IdKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint that is told what happens. */
@Schema(name = "Webhook")
record WebhookView(
        @Schema(examples = WebhookResource.EXAMPLE_ID) String id,

        @Schema(examples = "https://example.com/hooks/greenroom")
        String url,

        String description,

        @Schema(examples = "[\"answer.scored\", \"session.completed\"]")
        List<String> events,

        @Schema(description = "Whether it is sent to.") boolean enabled,

        @Schema(
                description = "By which to verify what comes, in the response that makes it and never again.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String secret,

        @Schema(description = "Until when the secret before signs too.") @Nullable Instant previousSecretUntil,

        @Schema(description = "Since when it has taken nothing; null while it works.") @Nullable Instant failingSince,

        @Schema(description = "When it was switched off by this service.") @Nullable Instant disabledAt,

        @Schema(description = "Why: FAILING for days, or GONE (it answered 410).", examples = "FAILING") @Nullable String disabledReason,

        Instant createdAt,
        Links links) {

    static WebhookView of(Webhook webhook) {
        return view(webhook, null);
    }

    static WebhookView of(IssuedSecret issued) {
        return view(issued.webhook(), issued.secret().text());
    }

    private static WebhookView view(Webhook webhook, @Nullable String secret) {
        return new WebhookView(
                IdKind.WEBHOOK.format(webhook.id()),
                webhook.url(),
                webhook.description(),
                webhook.events(),
                webhook.isEnabled(),
                secret,
                webhook.previousSecretUntil().orElse(null),
                webhook.failingSince().orElse(null),
                webhook.disabledAt().orElse(null),
                webhook.disabledReason().orElse(null),
                webhook.createdAt(),
                Links.of(IdKind.WEBHOOK.format(webhook.id())));
    }

    /** Where to go from here. */
    @Schema(name = "WebhookLinks")
    record Links(String self, String deliveries, String test, String rotateSecret) {

        static Links of(String id) {
            String self = "/v1/webhooks/" + id;
            return new Links(self, self + "/deliveries", self + "/test", self + "/rotate-secret");
        }
    }
}
