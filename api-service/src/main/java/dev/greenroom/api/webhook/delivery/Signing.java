package dev.greenroom.api.webhook.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.greenroom.api.webhook.Sealing;
import dev.greenroom.api.webhook.Secret;
import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Signs by Standard Webhooks 1.0.0 (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md): HMAC-SHA256
 * over {@code id.timestamp.body}, by each secret that is valid, separated by spaces.
 */
@ApplicationScoped
class Signing {

    private final Sealing sealing;

    Signing(Sealing sealing) {
        this.sealing = sealing;
    }

    /** The headers of an attempt. Fails if a secret cannot be opened. */
    Map<String, String> headers(Claimed claimed, String body, Instant now) {
        UUID webhook = claimed.endpoint().id();
        String id = IdKind.DELIVERY.format(claimed.id());
        String signatures = claimed.secrets().stream()
                .map(stored -> sign(sealing.open(stored, webhook), id, now, body))
                .collect(Collectors.joining(" "));
        return Map.of(
                "content-type",
                "application/json",
                "user-agent",
                "Greenroom-Webhooks/1",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                signatures);
    }

    static String sign(Secret secret, String id, Instant now, String body) {
        try {
            return new Webhook(secret.text()).sign(id, now.getEpochSecond(), body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }
}
