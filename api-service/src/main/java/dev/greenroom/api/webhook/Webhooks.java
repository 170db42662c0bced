package dev.greenroom.api.webhook;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;

/** A tenant's endpoints. Whatever belongs to another tenant does not exist. */
@ApplicationScoped
public class Webhooks {

    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Session database;
    private final WebhookSettings settings;
    private final Sealing sealing;
    private final RandomGenerator randomness;
    private final Clock clock;

    Webhooks(Session database, WebhookSettings settings, Sealing sealing, RandomGenerator randomness, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.sealing = sealing;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Makes an endpoint, whose secret is in the result and, for people, nowhere else. */
    @Transactional
    IssuedSecret create(UUID tenant, CreateWebhook order) {
        requireKnown(order.events());
        requireRoom(tenant);
        Webhook webhook = new Webhook(tenant, order, clock.instant());
        Secret secret = Secret.random(randomness);
        webhook.keepSecret(sealing.seal(secret, webhook.id()));
        database.persist(webhook);
        return new IssuedSecret(webhook, secret);
    }

    private static void requireKnown(List<String> events) {
        Violation[] unknown = IntStream.range(0, events.size())
                .filter(i -> !EventNames.TO_ASK_FOR.contains(events.get(i)))
                .mapToObj(i -> new Violation("/events/" + i, "is none of " + EventNames.TO_ASK_FOR))
                .toArray(Violation[]::new);
        if (unknown.length > 0) {
            throw new Fault.Unacceptable("unknown_event_type", "There is no such type of event.", unknown);
        }
    }

    private void requireRoom(UUID tenant) {
        // Two requests at once must not both find the last place free.
        database.createNativeQuery("select id from tenant where id = :tenant for no key update", UUID.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
        long there = database.createQuery("select count(*) from webhook where tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant)
                .getSingleResult();
        if (there >= settings.perTenant()) {
            throw new Fault.Conflict(
                    "too_many_webhooks", "There may be %d webhooks at most.".formatted(settings.perTenant()));
        }
    }

    @Transactional
    Webhook change(UUID tenant, String webhookId, ChangeWebhook order) {
        if (order.events() != null) {
            requireKnown(order.events());
        }
        Webhook webhook = require(tenant, webhookId, LockModeType.PESSIMISTIC_WRITE);
        webhook.become(order);
        return webhook;
    }

    /** Gives the endpoint another secret; for 24 hours the one before signs too. */
    @Transactional
    IssuedSecret rotate(UUID tenant, String webhookId) {
        Webhook webhook = require(tenant, webhookId, LockModeType.PESSIMISTIC_WRITE);
        Secret secret = Secret.random(randomness);
        webhook.replaceSecret(
                sealing.seal(secret, webhook.id()), clock.instant().plus(OVERLAP));
        return new IssuedSecret(webhook, secret);
    }

    /** Removes the endpoint and all that was told or is still to be told to it. */
    @Transactional
    void delete(UUID tenant, String webhookId) {
        database.remove(require(tenant, webhookId, LockModeType.PESSIMISTIC_WRITE));
    }

    @Transactional
    public Webhook get(UUID tenant, String webhookId) {
        return require(tenant, webhookId, LockModeType.NONE);
    }

    /** Newest first, starting after {@code before}. */
    @Transactional
    List<Webhook> list(UUID tenant, @Nullable UUID before, int limit) {
        String older = before == null ? "" : " and id < :before";
        Query<Webhook> webhooks = database.createQuery(
                "from webhook where tenantId = :tenant" + older + " order by id desc", Webhook.class);
        if (before != null) {
            webhooks.setParameter("before", before);
        }
        return webhooks.setParameter("tenant", tenant).setMaxResults(limit).getResultList();
    }

    private Webhook require(UUID tenant, String webhookId, LockModeType lock) {
        return IdKind.WEBHOOK
                .parse(webhookId)
                .map(id -> database.find(Webhook.class, id, lock))
                .filter(webhook -> webhook.tenantId().equals(tenant))
                .orElseThrow(() -> new Fault.Missing("webhook", webhookId));
    }
}
