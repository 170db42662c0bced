package dev.greenroom.api.webhook.delivery;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.webhook.EventNames;
import dev.greenroom.api.webhook.Webhook;
import dev.greenroom.api.webhook.Webhooks;
import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tenant's endpoints are told, as their owner sees it. */
@ApplicationScoped
class Deliveries {

    private final Webhooks webhooks;
    private final EntityManager database;
    private final Clock clock;

    Deliveries(Webhooks webhooks, EntityManager database, Clock clock) {
        this.webhooks = webhooks;
        this.database = database;
        this.clock = clock;
    }

    /** Has an endpoint told that this is a test. */
    @Transactional
    Delivery test(UUID tenant, String webhookId) {
        Webhook webhook = requireEnabled(tenant, webhookId);
        Delivery delivery = new Delivery(tenant, webhook.id(), EventNames.WEBHOOK_TEST, clock.instant());
        database.persist(delivery);
        return delivery;
    }

    /** Has a delivery sent once more, at once. */
    @Transactional
    Delivery redeliver(UUID tenant, String webhookId, String deliveryId) {
        Webhook webhook = requireEnabled(tenant, webhookId);
        Delivery delivery = require(webhook, deliveryId, LockModeType.PESSIMISTIC_WRITE);
        delivery.sendAgain(clock.instant());
        return delivery;
    }

    private Webhook requireEnabled(UUID tenant, String webhookId) {
        Webhook webhook = webhooks.get(tenant, webhookId);
        if (!webhook.isEnabled()) {
            throw new Fault.Conflict("webhook_disabled", "The webhook is switched off: switch it on first.");
        }
        return webhook;
    }

    @Transactional
    Delivery get(UUID tenant, String webhookId, String deliveryId) {
        return require(webhooks.get(tenant, webhookId), deliveryId, LockModeType.NONE);
    }

    private Delivery require(Webhook webhook, String deliveryId, LockModeType lock) {
        return IdKind.DELIVERY
                .parse(deliveryId)
                .map(id -> database.find(Delivery.class, id, lock))
                .filter(delivery -> delivery.webhookId().equals(webhook.id()))
                .orElseThrow(() -> new Fault.Missing("delivery", deliveryId));
    }

    /** Newest first, starting after {@code before}. */
    @Transactional
    List<Delivery> list(
            UUID tenant, String webhookId, @Nullable DeliveryStatus status, @Nullable UUID before, int limit) {
        String condition =
                (status == null ? "" : " and status = :status") + (before == null ? "" : " and id < :before");
        TypedQuery<Delivery> deliveries = database.createQuery(
                        "from webhook_delivery where webhookId = :webhook" + condition + " order by id desc",
                        Delivery.class)
                .setParameter("webhook", webhooks.get(tenant, webhookId).id());
        if (status != null) {
            deliveries.setParameter("status", status);
        }
        if (before != null) {
            deliveries.setParameter("before", before);
        }
        return deliveries.setMaxResults(limit).getResultList();
    }
}
