package dev.greenroom.api.webhook.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.api.access.AcrossTenants;
import dev.greenroom.api.webhook.EventNames;
import dev.greenroom.model.json.StoredJson;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who sends what. A claim ends by itself, so that what a replica has died over is sent by another; its number fences off
 * what comes later. All times are the database's, so that the clocks of the replicas don't matter.
 */
@ApplicationScoped
class Claims {

    /**
     * Goes from endpoint to endpoint along the index, whatever waits for each, and takes from each only as much as it may
     * be sent at once; in random order, so that none is always last.
     */
    private static final String CLAIM = """
            with recursive waiting as (
                (select webhook_id from webhook_delivery where status = 'PENDING' order by webhook_id limit 1)
                union all
                select (select later.webhook_id from webhook_delivery later
                        where later.status = 'PENDING' and later.webhook_id > waiting.webhook_id
                        order by later.webhook_id limit 1)
                from waiting where waiting.webhook_id is not null),
            endpoint as (
                select webhook.id, ? - coalesce(busy.attempts, 0) as room
                from waiting
                join webhook on webhook.id = waiting.webhook_id and webhook.enabled
                left join unnest(?, ?) as busy (id, attempts) on busy.id = webhook.id
                where coalesce(busy.attempts, 0) < ?
                order by random()),
            due as (
                select next.id
                from endpoint
                cross join lateral (
                    select delivery.id from webhook_delivery delivery
                    where delivery.webhook_id = endpoint.id
                      and delivery.status = 'PENDING' and delivery.next_attempt_at <= now()
                    order by delivery.next_attempt_at limit endpoint.room
                    for update skip locked) next
                limit ?)
            update webhook_delivery delivery
            set claim = claim + 1, next_attempt_at = now() + ? * interval '1 millisecond'
            from due, webhook
            where delivery.id = due.id and webhook.id = delivery.webhook_id
            returning delivery.id, delivery.claim, delivery.attempt, delivery.type, delivery.occurred_at,
                delivery.session_id, delivery.turn_id, delivery.answer_id, delivery.event_cursor, delivery.subject_id,
                webhook.id, webhook.tenant_id, webhook.url, webhook.failing_since is not null,
                coalesce(webhook.failing_since <= now() - ? * interval '1 millisecond', false),
                webhook.secret, case when webhook.previous_secret_until > now() then webhook.previous_secret end,
                delivery.traceparent""";

    /** Keeps the latest attempts only, however often somebody has a delivery sent again. */
    private static final String NOTE = """
            update webhook_delivery
            set attempt = attempt + 1, status = ?,
                next_attempt_at = case when ? = 'PENDING' then now() + ? * interval '1 millisecond' end,
                delivered_at = case when ? = 'DELIVERED' then now() end,
                attempts = case when jsonb_array_length(attempts) >= 20 then attempts - 0 else attempts end || cast(? as jsonb)
            where id = ? and claim = ?""";

    private static final String WORKS =
            "update webhook set failing_since = null where id = ? and failing_since is not null";
    private static final String FAILS =
            "update webhook set failing_since = now() where id = ? and failing_since is null";
    private static final String DISABLE = "update webhook set enabled = false, disabled_at = now(), disabled_reason = ?"
            + " where id = ? and enabled";
    private static final String TELL = """
            insert into webhook_delivery (id, tenant_id, webhook_id, type, subject_id, occurred_at, status, attempt, claim,
                                          next_attempt_at, attempts, created_at)
            select time_ordered_uuid(), webhook.tenant_id, webhook.id, told.type, ?, now(), 'PENDING', 0, 0, now(), '[]', now()
            from (select cast(? as text) as type) told
            join webhook on webhook.tenant_id = ?
            where webhook.enabled and (webhook.events @> '"*"' or webhook.events @> to_jsonb(told.type))
            for key share of webhook""";

    private final AgroalDataSource database;
    private final DeliverySettings settings;

    Claims(AgroalDataSource database, DeliverySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Claims deliveries that are due.
     *
     * @param room how many at most
     * @param busy how many attempts are under way, by endpoint
     * @param length how long the claims hold
     */
    List<Claimed> claim(int room, Map<UUID, Integer> busy, Duration length) throws SQLException {
        List<Map.Entry<UUID, Integer>> entries = List.copyOf(busy.entrySet());
        return AcrossTenants.call(database, connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setInt(1, settings.atOncePerEndpoint());
                claim.setArray(2, array(connection, "uuid", entries.stream().map(Map.Entry::getKey)));
                claim.setArray(3, array(connection, "int4", entries.stream().map(Map.Entry::getValue)));
                claim.setInt(4, settings.atOncePerEndpoint());
                claim.setInt(5, room);
                claim.setLong(6, length.toMillis());
                claim.setLong(7, settings.disableAfter().toMillis());
                return read(claim);
            }
        });
    }

    private static Array array(Connection connection, String type, Stream<?> elements) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }

    private static List<Claimed> read(PreparedStatement claim) throws SQLException {
        List<Claimed> claimed = new ArrayList<>();
        try (ResultSet row = claim.executeQuery()) {
            while (row.next()) {
                claimed.add(claimed(row));
            }
        }
        return claimed;
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        Claimed.Endpoint endpoint = new Claimed.Endpoint(
                row.getObject(11, UUID.class),
                row.getObject(12, UUID.class),
                row.getString(13),
                row.getBoolean(14),
                row.getBoolean(15));
        List<byte[]> secrets = Stream.of(row.getBytes(16), row.getBytes(17))
                .filter(secret -> secret != null)
                .toList();
        return new Claimed(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getInt(3) + 1,
                message(row),
                endpoint,
                secrets,
                row.getString(18));
    }

    private static Message message(ResultSet row) throws SQLException {
        Message.Subject subject = new Message.Subject(
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                row.getObject(9, Long.class),
                row.getObject(10, UUID.class));
        return Message.of(
                row.getString(4), row.getObject(5, OffsetDateTime.class).toInstant(), subject);
    }

    /** Notes that the endpoint has it. False if the claim is no longer ours. Part of the caller's transaction. */
    boolean taken(Claimed claimed, Attempt attempt) throws SQLException {
        // The endpoint's row before the delivery's, as when both are deleted, so that nobody waits for each other.
        if (claimed.endpoint().failing()) {
            update(WORKS, claimed.endpoint().id());
        }
        return note(claimed, attempt, DeliveryStatus.DELIVERED, null);
    }

    /** Notes that it failed, and when to try again. False if the claim is no longer ours. Part of the caller's transaction. */
    boolean failed(Claimed claimed, Attempt attempt, @Nullable Duration gap) throws SQLException {
        if (!claimed.endpoint().failing()) {
            update(FAILS, claimed.endpoint().id());
        }
        return note(claimed, attempt, gap == null ? DeliveryStatus.FAILED : DeliveryStatus.PENDING, gap);
    }

    /** Switches the endpoint off and tells the others of its tenant. False if it was off. Part of the caller's transaction. */
    boolean disable(Claimed.Endpoint endpoint, String reason) throws SQLException {
        boolean disabled = update(DISABLE, reason, endpoint.id()) == 1;
        if (disabled) {
            update(TELL, endpoint.id(), EventNames.WEBHOOK_DISABLED, endpoint.tenantId());
        }
        return disabled;
    }

    private boolean note(Claimed claimed, Attempt attempt, DeliveryStatus status, @Nullable Duration gap)
            throws SQLException {
        String name = status.name();
        long wait = gap == null ? 0 : gap.toMillis();
        return update(NOTE, name, name, wait, name, json(attempt), claimed.id(), claimed.claim()) == 1;
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static String json(Attempt attempt) {
        try {
            return StoredJson.MAPPER.writeValueAsString(attempt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
