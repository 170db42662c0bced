package dev.greenroom.api.access.audit;

import dev.greenroom.model.id.TimeOrderedIds;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A deed that stays on record. It names its object and holds no word of a candidate. */
@Entity(name = "audit_log")
@Immutable
class AuditEntry {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // for queries
    private UUID tenantId;

    private Instant at;
    private String actor;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    private String object;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(UUID tenantId, String actor, AuditAction action, String object, Instant at) {
        this.id = TimeOrderedIds.next();
        this.tenantId = tenantId;
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.object = object;
    }

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }

    String actor() {
        return actor;
    }

    AuditAction action() {
        return action;
    }

    String object() {
        return object;
    }
}
