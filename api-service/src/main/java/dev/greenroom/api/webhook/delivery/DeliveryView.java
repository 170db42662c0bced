package dev.greenroom.api.webhook.delivery;

import dev.greenroom.model.id.IdKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that an endpoint is told, and how that went. */
@Schema(name = "WebhookDelivery")
record DeliveryView(
        @Schema(description = "What `webhook-id` says, at each attempt.", examples = DeliveryResource.EXAMPLE_ID)
        String id,

        @Schema(examples = "whk_01kB2m9fQ8Zr5tYw3xVn7Q") String webhookId,
        DeliveryStatus status,

        @Schema(description = "The body that is sent.") Message message,

        @Schema(description = "The latest 20 attempts, oldest first.")
        List<Attempt> attempts,

        @Schema(description = "When it is tried next; null unless PENDING.") @Nullable Instant nextAttemptAt,

        @Nullable Instant deliveredAt,
        Instant createdAt,
        Links links) {

    static DeliveryView of(Delivery delivery) {
        String webhook = IdKind.WEBHOOK.format(delivery.webhookId());
        String id = IdKind.DELIVERY.format(delivery.id());
        return new DeliveryView(
                id,
                webhook,
                delivery.status(),
                delivery.message(),
                delivery.attempts(),
                delivery.nextAttemptAt().orElse(null),
                delivery.deliveredAt().orElse(null),
                delivery.createdAt(),
                Links.of(webhook, id));
    }

    /** Where to go from here. */
    @Schema(name = "WebhookDeliveryLinks")
    record Links(String self, String redeliver, String webhook) {

        static Links of(String webhook, String id) {
            String path = "/v1/webhooks/" + webhook;
            String self = path + "/deliveries/" + id;
            return new Links(self, self + "/redeliver", path);
        }
    }
}
