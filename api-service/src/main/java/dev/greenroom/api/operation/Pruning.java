package dev.greenroom.api.operation;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * Deletes rows that nobody asks for any more. Each statement takes few rows and commits, so that it holds up nobody; all
 * replicas may do it at once, since each skips what another one has locked.
 */
@Startup // so that its metrics are there before the first row goes
@ApplicationScoped
class Pruning {

    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final int BATCH = 1_000;

    private static final String EVENTS = """
            delete from interview_event where ctid = any (array(
                select ctid from interview_event where created_at < ? limit ? for update skip locked))""";
    private static final String UNREADABLE = """
            delete from quarantined_event where ctid = any (array(
                select ctid from quarantined_event where received_at < ? limit ? for update skip locked))""";

    private static final String DELIVERIES = """
            delete from webhook_delivery where ctid = any (array(
                select ctid from webhook_delivery where created_at < ? limit ? for update skip locked))""";

    private final AgroalDataSource database;
    private final OperationSettings settings;
    private final Clock clock;
    private final Counter events;
    private final Counter unreadable;
    private final Counter deliveries;

    Pruning(AgroalDataSource database, OperationSettings settings, Clock clock, MeterRegistry registry) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.events = registry.counter("greenroom.pruned.rows", "table", "interview_event");
        this.unreadable = registry.counter("greenroom.pruned.rows", "table", "quarantined_event");
        this.deliveries = registry.counter("greenroom.pruned.rows", "table", "webhook_delivery");
    }

    @Scheduled(
            every = "{greenroom.operation.prune-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void prune() {
        try {
            prune(EVENTS, settings.keepEvents(), events);
            prune(UNREADABLE, settings.keepUnreadable(), unreadable);
            prune(DELIVERIES, settings.keepDeliveries(), deliveries);
        } catch (RuntimeException e) {
            LOG.warnf("Old rows stay until the next round: %s", e.toString());
        }
    }

    private void prune(String statement, Duration kept, Counter counter) {
        OffsetDateTime oldest = clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> deleteBatch(statement, oldest));
            counter.increment(deleted);
        } while (deleted == BATCH);
    }

    private int deleteBatch(String statement, OffsetDateTime oldest) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setObject(1, oldest);
            delete.setInt(2, BATCH);
            return delete.executeUpdate();
        }
    }
}
