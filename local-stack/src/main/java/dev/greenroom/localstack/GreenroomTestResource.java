package dev.greenroom.localstack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Gives {@code @QuarkusTest}s a PostgreSQL and a Kafka on temporary data.
 *
 * <p>Quarkus starts them once for all tests of a module that share a test profile. A test may stop and start them by
 * {@link #postgres()} and {@link #kafka()}, and must leave them running.
 */
public final class GreenroomTestResource implements QuarkusTestResourceLifecycleManager {
    // Static, since Quarkus makes the resource and the tests get no hold of it.
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable EmbeddedKafka kafka;

    public static EmbeddedPostgres postgres() {
        return Objects.requireNonNull(postgres, "The tests that use PostgreSQL name this resource");
    }

    public static EmbeddedKafka kafka() {
        return Objects.requireNonNull(kafka, "The tests that use Kafka name this resource");
    }

    @Override
    public Map<String, String> start() {
        EmbeddedPostgres newPostgres = EmbeddedPostgres.temporary();
        EmbeddedKafka newKafka = EmbeddedKafka.temporary();
        postgres = newPostgres;
        kafka = newKafka;
        CompletableFuture<Void> postgresStart = CompletableFuture.runAsync(newPostgres::start);
        newKafka.start();
        Topics.createIn(newKafka.bootstrapServers());
        postgresStart.join();
        return Map.of(
                "quarkus.datasource.jdbc.url",
                newPostgres.jdbcUrl(),
                "quarkus.datasource.username",
                EmbeddedPostgres.USER,
                "quarkus.datasource.password",
                EmbeddedPostgres.PASSWORD,
                "kafka.bootstrap.servers",
                newKafka.bootstrapServers());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }
}
