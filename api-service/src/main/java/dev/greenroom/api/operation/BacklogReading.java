package dev.greenroom.api.operation;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * Shows the backlog as metrics. Every replica reads the same numbers, so take their maximum; the API shows them since it
 * is there when all workers are gone.
 */
@ApplicationScoped
class BacklogReading {

    private static final Logger LOG = Logger.getLogger(BacklogReading.class);
    private static final String READ =
            "select waiting, retrying, scoring, failed, unreadable, oldest_seconds from backlog";

    private final AgroalDataSource database;
    private volatile Backlog latest = Backlog.UNKNOWN;

    BacklogReading(AgroalDataSource database, MeterRegistry registry) {
        this.database = database;
        show(registry, "greenroom.backlog.waiting", Backlog::waiting);
        show(registry, "greenroom.backlog.retrying", Backlog::retrying);
        show(registry, "greenroom.backlog.scoring", Backlog::scoring);
        show(registry, "greenroom.backlog.oldest.seconds", Backlog::oldestSeconds);
        show(registry, "greenroom.quarantine.answers", Backlog::failed);
        show(registry, "greenroom.quarantine.events", Backlog::unreadable);
    }

    private void show(MeterRegistry registry, String name, ToDoubleFunction<Backlog> number) {
        Gauge.builder(name, this, reading -> number.applyAsDouble(reading.latest))
                .register(registry);
    }

    /** As it was some seconds ago. */
    Backlog latest() {
        return latest;
    }

    @Scheduled(every = "{greenroom.operation.backlog-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            row.next();
            latest = new Backlog(
                    row.getDouble(1),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getDouble(6));
        } catch (SQLException e) {
            latest = Backlog.UNKNOWN;
            LOG.warnf("The backlog cannot be read: %s", e.toString());
        }
    }
}
