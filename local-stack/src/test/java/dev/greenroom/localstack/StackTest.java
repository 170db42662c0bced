package dev.greenroom.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ByteArrayOutputStream OUTPUT = new ByteArrayOutputStream();

    @TempDir
    private static Path folder;

    private static Stack stack;

    @BeforeAll
    static void start() throws IOException {
        Path jar = FakeApp.jarIn(folder);
        stack = Stack.builder()
                .data(folder.resolve("data with a space"))
                .workers(2)
                .apiJar(jar)
                .workerJar(jar)
                .env(Map.of("EVERYBODY", "knows"))
                .apiEnv(Map.of("ONLY_API", "knows"))
                .workerEnv(Map.of("ONLY_WORKER", "knows"))
                .output(new PrintStream(OUTPUT, true, StandardCharsets.UTF_8))
                .start();
    }

    @AfterAll
    static void close() {
        stack.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"EVERYBODY, knows", "ONLY_API, knows", "ONLY_WORKER, ''", "QUARKUS_HTTP_HOST, 127.0.0.1"})
    void givesTheApiItsEnvironment(String name, String value) throws Exception {
        assertThat(environmentOf(stack.api(), name)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"EVERYBODY, knows", "ONLY_API, ''", "ONLY_WORKER, knows", "GREENROOM_WORKER_NAME, worker-2"})
    void givesAWorkerItsEnvironment(String name, String value) throws Exception {
        assertThat(environmentOf(stack.workers().get(1), name)).isEqualTo(value);
    }

    @Test
    void tellsTheServicesWhereToConnect() throws Exception {
        assertThat(environmentOf(stack.api(), "QUARKUS_DATASOURCE_JDBC_URL")).isEqualTo(stack.jdbcUrl());
        assertThat(environmentOf(stack.api(), "KAFKA_BOOTSTRAP_SERVERS")).isEqualTo(stack.kafkaBootstrap());
        assertThat(environmentOf(stack.api(), "GREENROOM_BOOTSTRAP_API_KEY")).isEqualTo(bothKeys());
        assertThat(environmentOf(stack.api(), "GREENROOM_BOOTSTRAP_PUBLISHABLE_KEY"))
                .isEqualTo(stack.publishableKey());
    }

    private static String bothKeys() throws IOException {
        return stack.apiKey() + "," + Files.readString(folder.resolve("data with a space/live-key"));
    }

    @Test
    void keepsAKeyThatOnlyItsOwnerCanRead() throws IOException {
        Path file = folder.resolve("data with a space/api-key");
        assertThat(stack.apiKey()).matches("gr_test_[0-9A-Za-z]{32}");
        assertThat(Files.readString(file)).isEqualTo(stack.apiKey());
        assertThat(stack.publishableKey()).matches("gr_pub_[0-9A-Za-z]{32}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void showsALiveKeyWhereALanguageModelIsConfigured(@TempDir Path otherFolder) throws IOException {
        Path jar = FakeApp.jarIn(otherFolder);
        // Nothing of it is started.
        try (Stack other = Stack.builder()
                .apiJar(jar)
                .workerJar(jar)
                .workerEnv(Map.of("GREENROOM_LLM_BASE_URL", "http://localhost:11434/v1"))
                .build()) {
            assertThat(other.apiKey()).matches("gr_live_[0-9A-Za-z]{32}");
        }
    }

    @Test
    void saysWhatEachPartSaysUnderItsName() {
        assertThat(output().lines())
                .contains("api       | The fake app is fine", "worker-2  | The fake app is fine")
                .anyMatch(line -> line.matches("postgres  \\| started, pid \\d+, port \\d+"))
                .anyMatch(line -> line.matches("kafka     \\| started in the launcher, pid \\d+, port \\d+"))
                .anyMatch(line -> line.matches("worker-1  \\| started, pid \\d+"));
    }

    @Test
    void addsReplicasOfTheApi() throws Exception {
        Part replica = stack.addApi();

        assertThat(replica.name()).isEqualTo("api-2");
        assertThat(replica.url()).isNotEqualTo(stack.apiUrl());
        assertThat(environmentOf(replica, "ONLY_API")).isEqualTo("knows");
        assertThat(environmentOf(replica, "GREENROOM_BOOTSTRAP_API_KEY")).isEqualTo(bothKeys());
    }

    @Test
    void startsAKilledWorkerAgain() {
        // given
        Part worker = stack.workers().getFirst();
        long killed = worker.pid();

        // when
        worker.kill9();

        // then
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(worker.pid()).isNotEqualTo(killed);
            assertThat(worker.isReady()).isTrue();
        });
        assertThat(output()).contains("worker-1  | ended with code 137, starts again in 1 s");
    }

    @Test
    void leavesATerminatedWorkerDownUntilItIsStarted() {
        // given
        Part worker = stack.workers().getFirst();
        worker.terminate();
        assertThat(worker.isRunning()).isFalse();

        // when
        worker.start();

        // then
        worker.awaitReady(PATIENCE);
        assertThat(worker.isRunning()).isTrue();
    }

    @Test
    void thawsAFrozenWorker() {
        // given
        Part worker = stack.workers().getLast();
        worker.freeze();
        assertThat(worker.isReady()).isFalse();

        // when
        worker.thaw();

        // then
        worker.awaitReady(PATIENCE);
    }

    @Test
    void getsAnotherWorkerOnDemand() {
        // when
        Part worker = stack.addWorker();

        // then
        assertThat(stack.workers()).contains(worker);
        assertThat(worker.isReady()).isTrue();
    }

    @Test
    void tellsHowMuchMemoryAPartTakes() {
        assertThat(stack.api().residentBytes()).isBetween(10_000_000L, 300_000_000L);
    }

    @Test
    void refusesDataThatAnotherStackRunsOn() {
        assertThatThrownBy(() -> Stack.builder()
                        .data(folder.resolve("data with a space"))
                        .start())
                .isInstanceOf(StackRefused.class)
                .hasMessageStartingWith("Another launcher runs on " + folder);
    }

    private static String output() {
        return OUTPUT.toString(StandardCharsets.UTF_8);
    }

    private static String environmentOf(Part part, String name) throws IOException, InterruptedException {
        URI address = part.url().resolve("/env/" + name);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
