package dev.greenroom.worker.sweep;

import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.intake.TopicProgress;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.publishing.Announcements;
import dev.greenroom.worker.publishing.WaitingAnswer;
import dev.greenroom.worker.writing.RetryConfig;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Finds stray answers and, in the same transaction, announces them again. Several workers may do it at once: each
 * skips what another one has locked.
 */
@Singleton
final class Sweeping {

    private static final int LIMIT = 100;

    private static final String EXPIRED = """
            update answer set status = 'QUEUED', failures = failures + 1, lease_owner = null, lease_expires_at = null,
                announced_at = now(), announcements = 1, row_version = row_version + 1
            where id = any (array(
                select id from answer
                where status = 'SCORING' and lease_expires_at < now() and failures + 1 < ?
                order by lease_expires_at limit ? for update skip locked))
            returning\s""" + WaitingAnswer.COLUMNS;

    // The one who gives an answer up has to hold it: taking it over fences off a worker that wakes up just now.
    private static final String EXHAUSTED = """
            update answer set attempt = attempt + 1, lease_owner = 'sweeper',
                lease_expires_at = now() + interval '1 minute', row_version = row_version + 1
            where id = any (array(
                select id from answer
                where status = 'SCORING' and lease_expires_at < now() and failures + 1 >= ?
                order by lease_expires_at limit ? for update skip locked))
            returning id, attempt""";

    private static final String DUE = """
            update answer set next_attempt_at = null, announced_at = now(), announcements = 1,
                row_version = row_version + 1
            where id = any (array(
                select id from answer
                where status = 'QUEUED' and next_attempt_at <= now()
                order by next_attempt_at limit ? for update skip locked))
            returning\s""" + WaitingAnswer.COLUMNS;

    // Only what the workers have passed in the topic, so that a backlog is not fed with itself. Where they can't tell,
    // the time to the next announcement, which doubles, does that; while one lies in the outbox there is no need for
    // another.
    private static final String FORGOTTEN = """
            update answer set announced_at = now(), announcements = announcements + 1, row_version = row_version + 1
            where id = any (array(
                select id from answer
                where status = 'QUEUED' and next_attempt_at is null
                    and announced_at < least(?, now()) - make_interval(secs => ?)
                    and announced_at < now()
                        - make_interval(secs => least(? * power(2, least(announcements, 31) - 1), 3600))
                    and not exists (select 1 from outbox where outbox.answer_id = answer.id)
                order by announced_at limit ? for update skip locked))
            returning\s""" + WaitingAnswer.COLUMNS;

    private final Database database;
    private final Announcements announcements;
    private final TopicProgress progress;
    private final RetryConfig retries;
    private final SweepConfig config;

    Sweeping(
            Database database,
            Announcements announcements,
            TopicProgress progress,
            RetryConfig retries,
            SweepConfig config) {
        this.database = database;
        this.announcements = announcements;
        this.progress = progress;
        this.retries = retries;
        this.config = config;
    }

    /** Answers whose worker died or froze: a failure each, since an answer that kills workers has to end some day. */
    int announceExpired() {
        return announce(EXPIRED, update -> {
            update.setInt(1, retries.maxFailures());
            update.setInt(2, LIMIT);
        });
    }

    /** Answers that were put back for a later try, now that it is time. */
    int announceDue() {
        return announce(DUE, update -> update.setInt(1, LIMIT));
    }

    /** Answers whose announcement got lost, with the topic or in it. */
    int announceForgotten() {
        double patience = seconds(config.forgottenAfter());
        return announce(FORGOTTEN, update -> {
            update.setObject(1, timestamp(progress.until()));
            update.setDouble(2, patience);
            update.setDouble(3, patience);
            update.setInt(4, LIMIT);
        });
    }

    /** Takes over the answers whose lease has run out once too often. */
    List<Claim> takeOverExhausted() {
        return database.directly(connection -> {
            List<Claim> claims = new ArrayList<>();
            try (PreparedStatement update = connection.prepareStatement(EXHAUSTED)) {
                update.setInt(1, retries.maxFailures());
                update.setInt(2, LIMIT);
                addAll(claims, update);
            }
            return claims;
        });
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private int announce(String sql, Binding binding) {
        return database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                binding.bind(update);
                List<WaitingAnswer> answers = WaitingAnswer.list(update);
                announcements.announce(connection, answers);
                return answers.size();
            }
        });
    }

    private static void addAll(List<Claim> claims, PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                claims.add(new Claim(result.getObject("id", UUID.class), result.getInt("attempt")));
            }
        }
    }

    /** The ends of time are PostgreSQL's infinities. */
    private static OffsetDateTime timestamp(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return OffsetDateTime.MAX;
        }
        return instant.equals(Instant.MIN) ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
