package dev.greenroom.api.webhook.delivery;

import dev.greenroom.api.access.AcrossTenants;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What operators see. The numbers of what waits are the same in every replica: take their maximum. */
@Startup // so that alerts find the metrics before anything has happened
@ApplicationScoped
class DeliveryMetrics {

    private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class);

    /** What is due and could be sent; the claims that run count as not yet due. */
    private static final String OVERDUE = """
            select count(*), coalesce(max(extract(epoch from now() - delivery.next_attempt_at)), 0)::double precision
            from webhook_delivery delivery join webhook on webhook.id = delivery.webhook_id and webhook.enabled
            where delivery.status = 'PENDING' and delivery.next_attempt_at <= now()""";

    private final AgroalDataSource database;
    private final Timer taken;
    private final Timer refused;
    private final Timer unanswered;
    private final Counter exhausted;
    private final Counter disabled;
    private volatile double due = Double.NaN;
    private volatile double overdueSeconds = Double.NaN;

    DeliveryMetrics(AgroalDataSource database, MeterRegistry registry) {
        this.database = database;
        this.taken = registry.timer("greenroom.webhook.attempts", "outcome", "taken");
        this.refused = registry.timer("greenroom.webhook.attempts", "outcome", "refused");
        this.unanswered = registry.timer("greenroom.webhook.attempts", "outcome", "unanswered");
        this.exhausted = registry.counter("greenroom.webhook.exhausted");
        this.disabled = registry.counter("greenroom.webhook.disabled");
        registry.gauge("greenroom.webhook.due", this, metrics -> metrics.due);
        registry.gauge("greenroom.webhook.overdue.seconds", this, metrics -> metrics.overdueSeconds);
    }

    void attempted(Reply reply, Duration duration) {
        Timer timer = reply.isTaken()
                ? taken
                : switch (reply) {
                    case Reply.Answered _ -> refused;
                    case Reply.Unanswered _ -> unanswered;
                };
        timer.record(duration);
    }

    /** All attempts of a delivery have failed. */
    void gaveUp() {
        exhausted.increment();
    }

    /** An endpoint was switched off. */
    void disabled() {
        disabled.increment();
    }

    @Scheduled(
            every = "{greenroom.webhook.delivery.measure-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            AcrossTenants.call(database, this::measure);
        } catch (SQLException e) {
            due = Double.NaN;
            overdueSeconds = Double.NaN;
            LOG.warnf("What waits for webhooks cannot be read: %s", e.toString());
        }
    }

    private boolean measure(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OVERDUE)) {
            boolean found = row.next();
            due = row.getDouble(1);
            overdueSeconds = row.getDouble(2);
            return found;
        }
    }
}
