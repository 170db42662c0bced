package dev.greenroom.api.webhook;

import dev.greenroom.model.id.TimeOrderedIds;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An endpoint. Only what has changed is written, since whoever delivers notes in the same row how that goes. */
@Entity(name = "webhook")
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // the secrets are read by who delivers
public class Webhook {

    @Id
    private UUID id;

    private UUID tenantId;
    private String url;
    private String description;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> events;

    private boolean enabled;
    private byte[] secret;
    private byte @Nullable [] previousSecret;
    private @Nullable Instant previousSecretUntil;
    private @Nullable Instant failingSince;
    private @Nullable Instant disabledAt;
    private @Nullable String disabledReason;
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Webhook() {}

    /** An endpoint that has still to be given its secret. */
    @SuppressWarnings("NullAway.Init") // Hibernate's analysis of the nullable columns
    Webhook(UUID tenantId, CreateWebhook order, Instant now) {
        this.id = TimeOrderedIds.next();
        this.tenantId = tenantId;
        this.url = order.url();
        this.description = order.descriptionOr();
        this.events = List.copyOf(order.events());
        this.enabled = order.enabledOr();
        this.secret = new byte[0];
        this.createdAt = now;
    }

    void become(ChangeWebhook order) {
        url = order.url() == null ? url : order.url();
        events = order.events() == null ? events : List.copyOf(order.events());
        description = order.description() == null ? description : order.description();
        if (order.enabled() != null) {
            enable(order.enabled());
        }
    }

    private void enable(boolean on) {
        enabled = on;
        failingSince = on ? null : failingSince;
        disabledAt = null;
        disabledReason = null;
    }

    /** Takes its first secret, in the form in which it is stored. */
    void keepSecret(byte[] sealed) {
        secret = sealed;
    }

    /** Takes another secret; the one before is used beside it until {@code overlapEnd}. */
    void replaceSecret(byte[] sealed, Instant overlapEnd) {
        previousSecret = secret;
        previousSecretUntil = overlapEnd;
        secret = sealed;
    }

    public UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    String url() {
        return url;
    }

    String description() {
        return description;
    }

    List<String> events() {
        return events;
    }

    public boolean isEnabled() {
        return enabled;
    }

    Optional<Instant> previousSecretUntil() {
        return Optional.ofNullable(previousSecretUntil);
    }

    Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    Optional<Instant> disabledAt() {
        return Optional.ofNullable(disabledAt);
    }

    Optional<String> disabledReason() {
        return Optional.ofNullable(disabledReason);
    }

    Instant createdAt() {
        return createdAt;
    }
}
