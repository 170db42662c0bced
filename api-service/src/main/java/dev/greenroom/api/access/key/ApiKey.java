package dev.greenroom.api.access.key;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.Scopes;
import dev.greenroom.model.id.TimeOrderedIds;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A key as it is kept: everything but the key. Only what has changed is written, since several may change one at once. */
@Entity(name = "api_key")
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // the hash is for queries
class ApiKey {

    @Id
    private UUID id;

    private UUID tenantId;
    private String name;
    private byte[] keyHash;
    private @Nullable String hint;

    @Enumerated(EnumType.STRING)
    private KeyKind kind;

    private boolean sandbox;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> scopes;

    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> origins;

    private Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;
    private @Nullable UUID rotatedTo;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    @SuppressWarnings("NullAway.Init") // Hibernate's analysis of the nullable columns
    ApiKey(UUID tenantId, String name, KeyText text, boolean sandbox, List<String> scopes, Instant now) {
        this.id = TimeOrderedIds.next();
        this.tenantId = tenantId;
        this.name = name;
        this.keyHash = text.hash();
        this.hint = text.hint();
        this.kind = text.kind();
        this.sandbox = sandbox;
        this.scopes = List.copyOf(scopes);
        this.origins = List.of();
        this.createdAt = now;
    }

    /** Lets pages of these origins call in the name of the key's tenant; only before the key is stored. */
    ApiKey lettingCall(List<String> pages) {
        origins = List.copyOf(pages);
        return this;
    }

    boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    void expireAt(@Nullable Instant time) {
        expiresAt = time;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Gives way to its successor at {@code end}, or earlier if it was to end earlier. */
    void giveWayTo(ApiKey successor, Instant end) {
        rotatedTo = successor.id;
        expiresAt = expiresAt == null || end.isBefore(expiresAt) ? end : expiresAt;
    }

    boolean hasSuccessor() {
        return rotatedTo != null;
    }

    Caller.KeyHolder holder() {
        Set<String> opened = kind == KeyKind.PUBLISHABLE ? Set.of(Scopes.GUESTS) : Set.copyOf(scopes);
        return new Caller.KeyHolder(tenantId, id, sandbox, opened);
    }

    UUID id() {
        return id;
    }

    UUID tenantId() {
        return tenantId;
    }

    String name() {
        return name;
    }

    Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    KeyKind kind() {
        return kind;
    }

    boolean isSandbox() {
        return sandbox;
    }

    List<String> scopes() {
        return scopes;
    }

    List<String> origins() {
        return origins;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    Optional<UUID> rotatedTo() {
        return Optional.ofNullable(rotatedTo);
    }
}
