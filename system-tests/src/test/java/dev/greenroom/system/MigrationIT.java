package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The init container: the API's image as it migrates and exits. */
@Tag(OperatorsSuite.TAG)
class MigrationIT {

    @Test
    void migratesWithoutKafkaAndEndsHoweverOftenItIsRun() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            postgres.start();

            String first = migrate(postgres);
            String second = migrate(postgres);

            assertThat(first).doesNotContain("Listening on");
            assertThat(second).doesNotContain("Listening on");
            assertThat(count(postgres, "select count(*) from backlog")).isEqualTo(1);
            assertThat(count(postgres, "select count(*) from topic"))
                    .as("the bank is imported by the service itself")
                    .isZero();
        }
    }

    private static String migrate(EmbeddedPostgres postgres) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("greenroom.api.jar"))
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_INIT_AND_EXIT",
                        "true",
                        "QUARKUS_FLYWAY_MIGRATE_AT_START",
                        "true",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        postgres.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME",
                        EmbeddedPostgres.USER,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        EmbeddedPostgres.PASSWORD,
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:1"));
        Process migration = builder.start();
        String output = new String(migration.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(migration.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(migration.exitValue()).as(output).isZero();
        return output;
    }

    private static long count(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
