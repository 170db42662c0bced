package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What operators rely on: metrics, logs, health checks, the quarantine. */
@Tag(OperatorsSuite.TAG)
class OperationsIT {

    private static final Path MONITORING = Path.of("../k8s/components/monitoring");
    private static final Pattern METRIC =
            Pattern.compile("\\b(greenroom|http_server|jvm|agroal|process|system)_[a-z_]*[a-z]\\b");
    private static final String SECRET = "xylophone-seventeen";
    private static final String ANSWER =
            "A QuerySet is lazy, says " + SECRET + ": nothing is sent to the database until somebody iterates over it.";

    private static final Output OUTPUT = new Output();
    private static Stack stack;
    private static Client client;
    private static Records records;

    @BeforeAll
    static void startTheStack() {
        stack = Stack.builder()
                .workers(1)
                .env(Map.of("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"))
                .workerEnv(Map.of("GREENROOM_RETRY_MAX_FAILURES", "1", "GREENROOM_PREPARATION_ENABLED", "false"))
                .output(OUTPUT)
                .start();
        client = new Client(stack);
        records = new Records(stack);
        for (int i = 0; i < 3; i++) {
            JsonNode answer = client.await(client.submit(startSession(), ANSWER).body(), 20);
            assertThat(answer.path("status").asText()).isEqualTo("SCORED");
        }
    }

    @AfterAll
    static void stopTheStack() {
        stack.close();
    }

    @Test
    void everyMetricOfDashboardAndAlertsIsThere() throws IOException {
        Set<String> used = monitored();
        // Without a judge there is nothing to be told of one; the test with a judge looks for these.
        used.removeIf(name -> name.startsWith("greenroom_judge_"));

        Set<String> shown = new HashSet<>(api().names());
        shown.addAll(worker().names());

        assertThat(used)
                .hasSizeGreaterThan(25)
                .contains("greenroom_backlog_waiting", "http_server_requests_seconds_count");
        assertThat(shown).containsAll(used).doesNotContain("greenroom_backlog_waitin");
    }

    /** The metrics of dashboard and alerts. */
    static Set<String> monitored() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String file : List.of("greenroom.json", "prometheusrule.yaml")) {
            METRIC.matcher(Files.readString(MONITORING.resolve(file)))
                    .results()
                    .forEach(match -> used.add(match.group()));
        }
        return used;
    }

    @Test
    void metricsSayWhatHappened() {
        Metrics worker = worker();
        double scored = worker.sum("greenroom_answers_scored_total");

        assertThat(scored).isGreaterThanOrEqualTo(3);
        assertThat(worker.sum("greenroom_scoring_stage_seconds_count", "stage=\"assess\""))
                .isGreaterThanOrEqualTo(scored);
        assertThat(worker.sum("greenroom_answers_feedback_seconds_bucket", "le=\"30.0\""))
                .isGreaterThanOrEqualTo(scored);
        assertThat(worker.sum("greenroom_intake_slots")).isEqualTo(64);
        assertThat(api().sum("http_server_requests_seconds_count", "/v1/sessions"))
                .isPositive();
        assertThat(api().sum("greenroom_outbox_published_total")).isPositive();
    }

    @Test
    void anAnswerThatWasGivenUpIsScoredOnceItsCauseIsMended() throws SQLException {
        JsonNode session = startSession();
        records.breakTheQuestionsThatAreAsked();
        JsonNode answer = client.await(client.submit(session, ANSWER).body(), 20);
        assertThat(answer.path("status").asText()).isEqualTo("FAILED");
        JsonNode quarantined = client.get("/v1/quarantine", 0).body().at("/items/0");
        assertThat(quarantined.path("id")).isEqualTo(answer.path("id"));
        assertThat(quarantined.path("reason").asText()).isEqualTo("SCORING_FAILED");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(api().sum("greenroom_quarantine_answers")).isEqualTo(1));

        records.mendTheQuestions();
        int status =
                client.post(quarantined.at("/links/retry").asText(), Map.of()).status();

        assertThat(status).isEqualTo(202);
        JsonNode scored = client.await(answer, 20);
        assertThat(scored.path("status").asText()).isEqualTo("SCORED");
        assertThat(scored.path("reason").isNull()).isTrue();
        assertThat(logOf("worker"))
                .anySatisfy(line -> assertThat(line.toString())
                        .as("operators find the answer in the log by its id")
                        .contains("has failed for good"));
    }

    @Test
    void logsAreJsonAndHoldNoWordOfACandidate() {
        assertThat(logOf("api")).hasSizeGreaterThan(3).allSatisfy(OperationsIT::looksLikeALogEntry);
        assertThat(logOf("worker")).hasSizeGreaterThan(3).allSatisfy(OperationsIT::looksLikeALogEntry);
        assertThat(OUTPUT.of("")).noneMatch(line -> line.contains(SECRET));
    }

    private static void looksLikeALogEntry(JsonNode line) {
        assertThat(line.path("timestamp").asText()).as(line.toString()).isNotBlank();
        assertThat(line.path("level").asText()).isNotBlank();
        assertThat(line.path("message").asText()).isNotBlank();
    }

    /** Leaves out what the JVM and the launcher say about the process. */
    private static List<JsonNode> logOf(String part) {
        return OUTPUT.of(part).stream()
                .filter(line -> line.startsWith("{"))
                .map(OperationsIT::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + line, e);
        }
    }

    @Test
    void theImagesHealthCheckTellsReadyFromGone() throws Exception {
        assertThat(healthCheck(stack.api().url().getPort())).isZero();
        assertThat(healthCheck(stack.workers().getFirst().url().getPort())).isZero();
        assertThat(healthCheck(1)).isNotZero();
    }

    private static int healthCheck(int port) throws IOException, InterruptedException {
        Process check = new ProcessBuilder(Arrays.asList("bash", "../docker/healthcheck.sh", Integer.toString(port)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return check.exitValue();
    }

    private static JsonNode startSession() {
        return client.startSession(
                Map.of("topic", "django", "questions", List.of("django-orm-lazy-querysets"), "maxFollowUps", 0));
    }

    private static Metrics api() {
        return Metrics.of(stack.api());
    }

    private static Metrics worker() {
        return Metrics.of(stack.workers().getFirst());
    }
}
