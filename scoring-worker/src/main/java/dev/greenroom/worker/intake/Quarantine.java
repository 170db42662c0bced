package dev.greenroom.worker.intake;

import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.metrics.ScoringMetrics;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps messages that no worker can read, as they came, for people to look at. */
@Singleton
final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private static final String INSERT = """
            insert into quarantined_event (id, topic, record_key, payload, reason, received_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final Database database;
    private final ScoringMetrics metrics;
    private final Clock clock;

    Quarantine(Database database, ScoringMetrics metrics, Clock clock) {
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Keeps each message once, however often it is delivered. */
    void keep(List<Batch.Unreadable> messages) {
        if (messages.isEmpty()) {
            return;
        }
        int kept = database.inTransaction(connection -> {
            int inserted = 0;
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Batch.Unreadable unreadable : messages) {
                    inserted += insert(insert, unreadable);
                }
            }
            return inserted;
        });
        metrics.unreadable(kept);
        LOG.warn("{} unreadable messages came, {} new ones are in quarantine", messages.size(), kept);
    }

    private int insert(PreparedStatement insert, Batch.Unreadable unreadable) throws SQLException {
        ConsumerRecord<String, String> message = unreadable.message();
        insert.setObject(1, identity(message));
        insert.setString(2, message.topic());
        insert.setString(3, storable(message.key()));
        insert.setString(4, storable(message.value()));
        insert.setString(5, storable(unreadable.reason()));
        insert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
        return insert.executeUpdate();
    }

    /** The same for every delivery of a message, and another one when the topic was made anew. */
    private static UUID identity(ConsumerRecord<String, String> message) {
        String place =
                "%s/%d/%d/%d".formatted(message.topic(), message.partition(), message.offset(), message.timestamp());
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    /** PostgreSQL's texts hold every character but NUL. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
