package dev.greenroom.api.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The sessions that have been kept for as long as they were to be. */
@ApplicationScoped
class OverdueSessions {

    // As the index has it: a time with a zone plus days would depend on the zone.
    private static final String BY_THEIR_OWN_DAYS = """
            select id, tenant_id from session
            where retention_days is not null and (completed_at at time zone 'UTC') + make_interval(days => retention_days)
                < (cast(:now as timestamptz) at time zone 'UTC')
            limit :batch for update skip locked""";

    private static final String BY_DEFAULT = """
            select id, tenant_id from session where retention_days is null and completed_at < :oldest
            limit :batch for update skip locked""";

    private final Session database;
    private final RetentionSettings settings;
    private final Clock clock;

    OverdueSessions(Session database, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** A session whose time is over. */
    record Overdue(UUID session, UUID tenant) {}

    /** Some whose order said for how long; locked until the transaction ends, and none that is locked already. */
    List<Overdue> lockByTheirOwnDays(int batch) {
        return list(
                database.createNativeQuery(BY_THEIR_OWN_DAYS, Tuple.class).setParameter("now", clock.instant()), batch);
    }

    /** Likewise, some whose order left it to the operator. */
    List<Overdue> lockByDefault(int batch) {
        return settings.defaultDays()
                .map(days -> clock.instant().minus(Duration.ofDays(days)))
                .map(oldest ->
                        list(database.createNativeQuery(BY_DEFAULT, Tuple.class).setParameter("oldest", oldest), batch))
                .orElseGet(List::of);
    }

    private static List<Overdue> list(NativeQuery<Tuple> query, int batch) {
        return query.setParameter("batch", batch)
                .getResultStream()
                .map(row -> new Overdue(row.get("id", UUID.class), row.get("tenant_id", UUID.class)))
                .toList();
    }
}
