package dev.greenroom.api.access.key;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A tenant's keys. Whatever belongs to another tenant does not exist. */
@ApplicationScoped
class ApiKeys {

    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final EntityManager database;
    private final RandomGenerator randomness;
    private final Clock clock;
    private final AuditLog audit;

    ApiKeys(EntityManager database, RandomGenerator randomness, Clock clock, AuditLog audit) {
        this.database = database;
        this.randomness = randomness;
        this.clock = clock;
        this.audit = audit;
    }

    /** Makes a key, whose text is in the result and nowhere else. */
    @Transactional
    IssuedKey create(Caller.KeyHolder maker, CreateKey order) {
        boolean sandbox = order.modeOr(KeyMode.of(maker.sandbox())) == KeyMode.TEST;
        requireWithin(maker, order, sandbox);
        Instant now = clock.instant();
        requireSensibleEnd(order.expiresAt(), now);
        KeyText text = KeyText.random(order.kindOrSecret(), sandbox, randomness);
        ApiKey key = new ApiKey(maker.tenant(), order.name(), text, sandbox, order.scopesOr(), now)
                .lettingCall(order.originsOr());
        key.expireAt(order.expiresAt());
        database.persist(key);
        audit.note(AuditAction.API_KEY_CREATED, IdKind.API_KEY.format(key.id()));
        return new IssuedKey(key, text);
    }

    private static void requireSensibleEnd(@Nullable Instant end, Instant now) {
        if (end != null && !end.isAfter(now)) {
            throw Fault.Unacceptable.at("/expiresAt", "expiry_in_the_past", "The key would be of no use.");
        }
        if (end != null && end.isAfter(now.plus(LONGEST))) {
            throw Fault.Unacceptable.at("/expiresAt", "expiry_too_far", "No key lasts longer than a hundred years.");
        }
    }

    /** Nobody gives more than they have. */
    private static void requireWithin(Caller.KeyHolder maker, CreateKey order, boolean sandbox) {
        if (maker.sandbox() && !sandbox) {
            throw Fault.Unacceptable.at("/mode", "live_key_from_test_key", "A test key makes test keys only.");
        }
        switch (order.kindOrSecret()) {
            case SECRET -> requireScopesWithin(maker, order);
            case PUBLISHABLE -> requireGuestsOnly(maker, order);
        }
    }

    /** Whoever can't start sessions can't let others start them. */
    private static void requireGuestsOnly(Caller.KeyHolder maker, CreateKey order) {
        if (!order.scopesOr().isEmpty()) {
            throw Fault.Unacceptable.at(
                    "/scopes",
                    "scopes_of_publishable_key",
                    "A publishable key starts guest sessions and has no scopes.");
        }
        if (!maker.scopes().contains(Scopes.SESSIONS_WRITE)) {
            throw Fault.Unacceptable.at(
                    "/kind", "scopes_exceeded", "A key without sessions:write lets nobody start sessions.");
        }
    }

    private static void requireScopesWithin(Caller.KeyHolder maker, CreateKey order) {
        if (order.scopesOr().isEmpty()) {
            throw Fault.Unacceptable.at("/scopes", "scopes_missing", "A secret key without a scope opens nothing.");
        }
        if (!maker.scopes().containsAll(order.scopesOr())) {
            throw Fault.Unacceptable.at("/scopes", "scopes_exceeded", "A key gives only scopes that it has.");
        }
    }

    /** Makes a successor with the same rights; the key itself works on for as long as both are needed. */
    @Transactional
    IssuedKey rotate(UUID tenant, String keyId, RotateKey order) {
        Instant now = clock.instant();
        ApiKey old = require(tenant, keyId, LockModeType.PESSIMISTIC_WRITE);
        if (!old.isLive(now)) {
            throw new Fault.Conflict("key_not_live", "The key is revoked or expired: make a new one.");
        }
        if (old.hasSuccessor()) {
            throw new Fault.Conflict("key_already_rotated", "The key has a successor already: rotate that one.");
        }
        KeyText text = KeyText.random(old.kind(), old.isSandbox(), randomness);
        ApiKey successor =
                new ApiKey(tenant, old.name(), text, old.isSandbox(), old.scopes(), now).lettingCall(old.origins());
        successor.expireAt(old.expiresAt().orElse(null));
        database.persist(successor);
        old.giveWayTo(successor, now.plus(order.overlapOr(OVERLAP)));
        audit.note(AuditAction.API_KEY_ROTATED, keyId);
        return new IssuedKey(successor, text);
    }

    /** From now on the key opens nothing; other replicas know within five seconds. Idempotent. */
    @Transactional
    void revoke(UUID tenant, String keyId) {
        require(tenant, keyId, LockModeType.PESSIMISTIC_WRITE).revoke(clock.instant());
        audit.note(AuditAction.API_KEY_REVOKED, keyId);
    }

    @Transactional
    ApiKey get(UUID tenant, String keyId) {
        return require(tenant, keyId, LockModeType.NONE);
    }

    /** Newest first, starting after {@code before}. */
    @Transactional
    List<ApiKey> list(UUID tenant, @Nullable UUID before, int limit) {
        String older = before == null ? "" : " and id < :before";
        TypedQuery<ApiKey> keys = database.createQuery(
                "from api_key where tenantId = :tenant" + older + " order by id desc", ApiKey.class);
        if (before != null) {
            keys.setParameter("before", before);
        }
        return keys.setParameter("tenant", tenant).setMaxResults(limit).getResultList();
    }

    private ApiKey require(UUID tenant, String keyId, LockModeType lock) {
        return IdKind.API_KEY
                .parse(keyId)
                .map(id -> database.find(ApiKey.class, id, lock))
                .filter(key -> key.tenantId().equals(tenant))
                .orElseThrow(() -> new Fault.Missing("api_key", keyId));
    }
}
