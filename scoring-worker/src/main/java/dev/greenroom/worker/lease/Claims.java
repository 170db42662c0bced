package dev.greenroom.worker.lease;

import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.publishing.Announcements;
import dev.greenroom.worker.publishing.WaitingAnswer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes, keeps and gives back claims, many in one statement. Times are the database's, so that all workers agree. */
@Singleton
public final class Claims {

    // The array makes sure that the rows are picked and locked once, whatever join the planner chooses; their order
    // keeps two workers from waiting for each other. The commit need not wait for the disk: a claim that a crash of the
    // database undoes leaves a waiting answer behind, which the sweeper announces, and the fence keeps its result out.
    private static final String CLAIM = """
            update answer set status = 'SCORING', attempt = attempt + 1, lease_owner = ?,
                lease_expires_at = now() + make_interval(secs => ?), next_attempt_at = null, row_version = row_version + 1
            from set_config('synchronous_commit', 'off', true)
            where id = any (array(
                select id from answer
                where id = any (?) and status = 'QUEUED' and (next_attempt_at is null or next_attempt_at <= now())
                order by id for update skip locked))
            returning id, attempt""";

    private static final String RENEW = """
            update answer set lease_expires_at = now() + make_interval(secs => ?)
            from unnest(?, ?) as mine (id, attempt)
            where answer.id = mine.id and answer.attempt = mine.attempt and status = 'SCORING'
            returning answer.id, answer.attempt""";

    private static final String GIVE_BACK = """
            update answer set status = 'QUEUED', lease_owner = null, lease_expires_at = null,
                announced_at = now(), announcements = 1, row_version = row_version + 1
            from unnest(?, ?) as mine (id, attempt)
            where answer.id = mine.id and answer.attempt = mine.attempt and status = 'SCORING'
            returning\s""" + WaitingAnswer.COLUMNS;

    private final Database database;
    private final Announcements announcements;
    private final LeaseConfig config;
    private final WorkerName worker;

    public Claims(Database database, Announcements announcements, LeaseConfig config, WorkerName worker) {
        this.database = database;
        this.announcements = announcements;
        this.config = config;
        this.worker = worker;
    }

    /** Claims those of the answers that wait and that nobody else is about to claim. */
    public List<Claim> claim(Collection<UUID> answers) {
        return database.directly(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setString(1, worker.toString());
                claim.setDouble(2, ttlSeconds());
                claim.setArray(3, connection.createArrayOf("uuid", answers.toArray()));
                return list(claim);
            }
        });
    }

    /** Sets the time to live of the claims anew and returns those that still hold. */
    List<Claim> renew(List<Claim> claims) {
        return database.directly(connection -> {
            try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
                renew.setDouble(1, ttlSeconds());
                bind(connection, renew, 2, claims);
                return list(renew);
            }
        });
    }

    /** Gives up the claims and announces their answers at once, as if they had never been claimed. */
    public int giveBack(List<Claim> claims) {
        return database.inTransaction(connection -> {
            try (PreparedStatement giveBack = connection.prepareStatement(GIVE_BACK)) {
                bind(connection, giveBack, 1, claims);
                List<WaitingAnswer> waiting = WaitingAnswer.list(giveBack);
                announcements.announce(connection, waiting);
                return waiting.size();
            }
        });
    }

    private double ttlSeconds() {
        return config.ttl().toMillis() / 1000.0;
    }

    private static void bind(Connection connection, PreparedStatement statement, int first, List<Claim> claims)
            throws SQLException {
        Object[] ids = claims.stream().map(Claim::answerId).toArray();
        Object[] attempts = claims.stream().map(Claim::attempt).toArray();
        statement.setArray(first, connection.createArrayOf("uuid", ids));
        statement.setArray(first + 1, connection.createArrayOf("int4", attempts));
    }

    private static List<Claim> list(PreparedStatement statement) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                claims.add(new Claim(result.getObject("id", UUID.class), result.getInt("attempt")));
            }
        }
        return claims;
    }
}
