package dev.greenroom.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two replicas on one database: two instances that share nothing else. */
@QuarkusTest
class BucketsResourceTest {

    private static final int QUOTA = 500;
    private static final int AHEAD = QUOTA / 50;
    private static final Duration PER = Duration.ofSeconds(50); // ten each second
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    @Inject
    AgroalDataSource database;

    private final SetClock clock = new SetClock();
    private final String subject = UUID.randomUUID().toString();

    @Test
    void letInTheQuotaAndNotMuchMoreTogether() {
        Buckets one = replica();
        Buckets two = replica();

        int granted = 0;
        for (int i = 0; i < QUOTA; i++) {
            granted += take(one, Quota.WRITES) + take(two, Quota.WRITES);
        }

        assertThat(granted).isBetween(QUOTA, QUOTA + AHEAD);
    }

    @Test
    void letInNoMoreWhenAllComeAtOnce() throws Exception {
        Buckets one = replica();
        Buckets two = replica();

        List<Future<Integer>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 16; client++) {
                Buckets replica = client % 2 == 0 ? one : two;
                clients.add(threads.submit(() -> takeMany(replica, 100)));
            }
        }
        int granted = 0;
        for (Future<Integer> client : clients) {
            granted += client.get();
        }

        assertThat(granted).isBetween(QUOTA, QUOTA + AHEAD);
    }

    @Test
    void letInAllWhoComeAtOnceBeforeThereIsARow() throws Exception {
        Buckets replica = replica();

        assertThat(takeAtOnce(replica, 64)).isEqualTo(64);
    }

    @Test
    void letInAllWhoComeAtOnceAfterTheRowWasDeleted() throws Exception {
        Buckets replica = replica();
        take(replica, Quota.WRITES);
        expire();
        replica.forgetFullOnes();
        clock.pass(LOOK_EVERY.plusMillis(1)); // from here on it has to look

        assertThat(takeAtOnce(replica, 64)).isEqualTo(64);
    }

    private int takeAtOnce(Buckets replica, int clients) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                taken.add(threads.submit(() -> {
                    start.await();
                    return take(replica, Quota.WRITES);
                }));
            }
            start.countDown();
        }
        int granted = 0;
        for (Future<Integer> one : taken) {
            granted += one.get();
        }
        return granted;
    }

    @Test
    void getBackLaterWhatWasTooMuch() {
        Buckets one = replica();
        Buckets two = replica();

        int granted = 0;
        for (int second = 0; second < 60; second++) {
            granted += takeMany(one, 40) + takeMany(two, 40);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(granted).isBetween(QUOTA + 59 * 10 - AHEAD, QUOTA + 59 * 10 + 2 * AHEAD);
    }

    @Test
    void askTheDatabaseOnceForManyRequests() {
        Buckets replica = replica();
        long before = transactions();

        int granted = takeMany(replica, 200);

        assertThat(granted).isEqualTo(200);
        // The relay and other parts of the running service look now and then, too.
        assertThat(transactions() - before).isBetween(1L, 200L / AHEAD * 2);
    }

    @Test
    void learnInTimeWhatOthersHaveTaken() {
        Buckets one = replica();
        Buckets two = replica();
        take(two, Quota.WRITES);
        takeMany(one, QUOTA);

        clock.pass(LOOK_EVERY.plusMillis(1));
        int afterTheLook = takeMany(two, QUOTA);

        assertThat(afterTheLook).isBetween(100 - AHEAD, 100 + AHEAD); // ten seconds' worth
    }

    @Test
    void sayWhenThereIsMore() {
        Buckets replica = replica();

        Allowance first = replica.take(Quota.WRITES, subject);
        for (int i = 1; i < QUOTA; i++) {
            take(replica, Quota.WRITES);
        }
        Allowance refused = replica.take(Quota.WRITES, subject);
        clock.pass(refused.waitFor());
        Allowance later = replica.take(Quota.WRITES, subject);

        assertThat(first.remaining()).isEqualTo(QUOTA - 1);
        assertThat(first.waitFor()).isEqualTo(Duration.ofMillis(100));
        assertThat(refused.granted()).isFalse();
        assertThat(refused.waitFor()).isEqualTo(Duration.ofMillis(100));
        assertThat(later.granted()).isTrue();
    }

    @Test
    void forgetBucketsThatAreFullAgain() throws SQLException {
        Buckets replica = replica();
        take(replica, Quota.WRITES);
        assertThat(rows()).isEqualTo(1);

        expire();
        replica.forgetFullOnes();

        assertThat(rows()).isZero();
    }

    private Buckets replica() {
        return new Buckets(database, Rates.of(QUOTA, PER).settings(LOOK_EVERY), clock);
    }

    private int takeMany(Buckets replica, int requests) {
        int granted = 0;
        for (int i = 0; i < requests; i++) {
            granted += take(replica, Quota.WRITES);
        }
        return granted;
    }

    private int take(Buckets replica, Quota quota) {
        return replica.take(quota, subject).granted() ? 1 : 0;
    }

    private void expire() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update rate_limit set expires_at = 0 where id like '%" + subject + "'");
        }
    }

    private long rows() throws SQLException {
        return number("select count(*) from rate_limit where id like '%" + subject + "'");
    }

    /** Connections taken from the pool, which is what a look at the database begins with. */
    private long transactions() {
        return database.getMetrics().acquireCount();
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
