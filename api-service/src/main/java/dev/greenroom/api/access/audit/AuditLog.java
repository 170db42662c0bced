package dev.greenroom.api.access.audit;

import dev.greenroom.api.access.CurrentTenant;
import dev.greenroom.model.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of deeds. Each is noted in the transaction that does it: there is no deed without its entry and no entry
 * without its deed. Entries are never changed, nor deleted; the database sees to that.
 */
@ApplicationScoped
public class AuditLog {

    private static final int HASH_BYTES = 16;

    private final EntityManager database;
    private final CurrentTenant caller;
    private final Clock clock;

    AuditLog(EntityManager database, CurrentTenant caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Notes a deed of the current request's caller.
     *
     * @param object a public id, or what {@link #candidate} makes of a name
     */
    public void note(AuditAction action, String object) {
        note(caller.id(), caller.actor(), action, object);
    }

    /** Notes a deed of whoever acts without a request. */
    public void note(UUID tenant, String actor, AuditAction action, String object) {
        database.persist(new AuditEntry(tenant, actor, action, object, clock.instant()));
    }

    /** A candidate as the object of a deed, by a hash: only whoever knows the name can find the entries. */
    public static String candidate(UUID tenant, String candidateRef) {
        return "candidate:" + HexFormat.of().formatHex(Sha256.of(tenant.toString(), candidateRef), 0, HASH_BYTES);
    }

    /** Newest first, starting after {@code before}. */
    @Transactional
    List<AuditEntry> list(UUID tenant, Filter filter, @Nullable UUID before, int limit) {
        StringBuilder condition = new StringBuilder("tenantId = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", tenant));
        if (before != null) {
            condition.append(" and id < :before");
            values.put("before", before);
        }
        if (filter.action() != null) {
            condition.append(" and action = :action");
            values.put("action", filter.action());
        }
        if (filter.object() != null) {
            condition.append(" and object = :object");
            values.put("object", filter.object());
        }
        TypedQuery<AuditEntry> entries =
                database.createQuery("from audit_log where " + condition + " order by id desc", AuditEntry.class);
        values.forEach(entries::setParameter);
        return entries.setMaxResults(limit).getResultList();
    }

    /** Which entries to list; null leaves a property open. */
    record Filter(@Nullable AuditAction action, @Nullable String object) {

        static Filter of(UUID tenant, @Nullable AuditAction action, @Nullable String object, @Nullable String ref) {
            return new Filter(action, ref == null ? object : candidate(tenant, ref));
        }
    }
}
