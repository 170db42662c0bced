package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.machine.Ports;
import dev.greenroom.localstack.machine.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedPostgresTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();

    @BeforeAll
    static void start() {
        POSTGRES.start();
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "fsync,              on",
        "synchronous_commit, on",
        "listen_addresses,   127.0.0.1",
        "server_encoding,    UTF8",
    })
    void runsWithTheSettingsOfProduction(String setting, String value) throws SQLException {
        assertThat(query(POSTGRES, "show " + setting)).isEqualTo(value);
    }

    @Test
    void sortsTextAlikeOnEveryMachine() throws SQLException {
        assertThat(query(POSTGRES, "select datcollate from pg_database where datname = current_database()"))
                .isEqualTo("C.UTF-8");
    }

    @Test
    void keepsDataAcrossAStopAndAStart() throws SQLException {
        // given
        execute(POSTGRES, "create table candidate as select 'Grace' as name");
        POSTGRES.stop();

        // when
        POSTGRES.start();

        // then
        assertThat(query(POSTGRES, "select name from candidate")).isEqualTo("Grace");
    }

    @Test
    void leavesNoProcessAndNoDataBehind() {
        // given
        EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
        postgres.start();
        RunningProcess postmaster = postmasterOf(postgres);

        // when
        postgres.close();

        // then
        assertThat(postmaster.isGone()).isTrue();
        assertThat(Path.of(postmaster.argument())).doesNotExist();
    }

    @Test
    void stopsTheOrphanOfAKilledJvm(@TempDir Path folder) throws Exception {
        // given
        Process jvm = TestJvm.start(PostgresHolder.class, folder.toString());
        String jdbcUrl = jvm.inputReader().readLine();
        // An open connection keeps the orphan alive: the guard lets PostgreSQL wait for its clients at first.
        try (Connection _ = connect(jdbcUrl);
                EmbeddedPostgres postgres = EmbeddedPostgres.on(folder, Ports.findFree())) {
            RunningProcess orphan = postmasterOf(postgres);
            jvm.destroyForcibly().waitFor();

            // when
            postgres.start();

            // then
            assertThat(orphan.isGone()).isTrue();
            assertThat(postgres.pid()).isNotEqualTo(orphan.pid());
        }
    }

    /** What a killed JVM ran. */
    static final class PostgresHolder {
        private PostgresHolder() {}

        static void main(String[] folder) throws InterruptedException {
            EmbeddedPostgres postgres = EmbeddedPostgres.on(Path.of(folder[0]), Ports.findFree());
            postgres.start();
            System.out.println(postgres.jdbcUrl());
            new CountDownLatch(1).await();
        }
    }

    @Test
    void sparesAStrangerThatHasThePidOfTheOrphan(@TempDir Path folder) throws IOException {
        // given
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.on(folder, Ports.findFree())) {
            postgres.start();
            postgres.stop();
            Files.writeString(folder.resolve("data/postmaster.pid"), stranger.pid() + "\n");

            // when
            postgres.start();

            // then
            assertThat(stranger.isAlive()).isTrue();
            assertThat(postgres.pid()).isNotEqualTo(stranger.pid());
        } finally {
            stranger.destroyForcibly();
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static RunningProcess postmasterOf(EmbeddedPostgres postgres) {
        return RunningProcess.find(postgres.pid(), postgres.data().toString()).orElseThrow();
    }

    private static Connection connect(String jdbcUrl) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
    }
}
