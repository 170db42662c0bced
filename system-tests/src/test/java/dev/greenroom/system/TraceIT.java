package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.localstack.Stack;
import dev.greenroom.localstack.chat.ChatServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What leaves the services, with the OpenTelemetry agent as an operator attaches it: one trace over both of them, and no
 * word of a candidate, neither in traces nor in logs, metrics or messages.
 */
class TraceIT {

    // As the agent's console exporter writes a span: 'name' : trace span KIND …
    private static final Pattern SPAN = Pattern.compile("'([^']+)' : ([0-9a-f]{32}) ([0-9a-f]{16}) ([A-Z]+)");

    private static final Map<String, String> AGENT = Map.of(
            "OTEL_TRACES_EXPORTER", "console",
            "OTEL_METRICS_EXPORTER", "none",
            "OTEL_LOGS_EXPORTER", "none",
            "OTEL_INSTRUMENTATION_RUNTIME_TELEMETRY_ENABLED", "false");

    private static final Output OUTPUT = new Output();
    private static final ChatServer PROVIDER = new ChatServer();
    private static Stack stack;

    @BeforeAll
    static void startTheStack() {
        String attach = System.getenv().getOrDefault("GREENROOM_API_JAVA_OPTS", "") + " -javaagent:"
                + System.getProperty("greenroom.agent.jar");
        Map<String, String> environment = new HashMap<>(AGENT);
        environment.put("GREENROOM_API_JAVA_OPTS", attach + " -Xmx192m");
        environment.put("GREENROOM_WORKER_JAVA_OPTS", attach);
        environment.put("GREENROOM_PREPARATION_ENABLED", "false");
        environment.put("GREENROOM_LLM_BASE_URL", PROVIDER.baseUrl());
        environment.put("GREENROOM_LLM_MODEL", "stand-in");
        stack = Stack.builder()
                .workers(1)
                .env(environment)
                .apiEnv(Receiver.ALLOWED)
                .readyWithin(Duration.ofMinutes(3))
                .output(OUTPUT)
                .start();
    }

    @AfterAll
    static void stopTheStack() {
        stack.close();
        PROVIDER.close();
    }

    @Test
    void theRequestTheScoringTheJudgeAndTheWebhookAreOneTrace() throws IOException {
        // By HTTP/1.1: the agent knows nothing of connections that were upgraded to HTTP/2 without TLS.
        Client client = new Client(stack, HttpClient.Version.HTTP_1_1);
        try (Receiver receiver = new Receiver(client, "answer.scored")) {
            JsonNode session = client.startSession(Map.of("topic", "django", "questionCount", 1, "maxFollowUps", 0));
            JsonNode answer = client.submit(session, "A QuerySet is lazy until somebody iterates over it.")
                    .body();

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(receiver.typesOf(answer)).containsExactly("answer.scored");
                Set<String> told = traces("api", "deliver webhook PRODUCER");
                assertThat(told).as(names("api")).hasSize(1);
                assertThat(traces("api", "POST /v1/sessions/.*/answers SERVER")).containsAll(told);
                assertThat(traces("api", "POST CLIENT")).as(names("api")).containsAll(told);
                assertThat(traces("worker", "score answer CONSUMER"))
                        .as(names("worker"))
                        .containsAll(told);
                assertThat(traces("worker", "POST CLIENT")).as("the judge's").containsAll(told);
            });
        }
    }

    @Test
    void noWordOfACandidateLeavesTheDatabaseButByTheApi() throws SQLException {
        MarkedInterview interview = MarkedInterview.play(new Client(stack, HttpClient.Version.HTTP_1_1));
        Records records = new Records(stack);
        assertThat(records.tablesHolding(MarkedInterview.WORD)).contains("answer", "draft", "rescoring", "session");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(names("api")).contains("POST /v1/sessions/{session}/answers"));
        assertThat(Messages.all(stack))
                .anyMatch(message -> message.contains("answer.submitted"))
                .noneMatch(message -> message.contains(MarkedInterview.WORD));
        assertThat(OUTPUT.of("")).noneMatch(line -> line.contains(MarkedInterview.WORD));
        assertThat(List.of(
                        Metrics.of(stack.api()).page(),
                        Metrics.of(stack.workers().getFirst()).page()))
                .allMatch(page -> page.contains("greenroom_"))
                .noneMatch(page -> page.contains(MarkedInterview.WORD));

        interview.erase();
        assertThat(records.tablesHolding(MarkedInterview.WORD)).isEmpty();
    }

    @Test
    void erasingWhileAnswersAreScoredBringsNothingBackAndDisturbsNoWorker() throws SQLException {
        Client client = new Client(stack, HttpClient.Version.HTTP_1_1);
        int saidBefore = OUTPUT.of("worker").size();
        List<String> candidates = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String candidate = "erased-candidate-" + i;
            JsonNode session = client.startSession(Map.of("topic", "django", "candidateRef", candidate));
            assertThat(client.submit(session, "A QuerySet is lazy until it is iterated over.")
                            .status())
                    .isEqualTo(202);
            candidates.add(candidate);
        }
        for (String candidate : candidates) {
            assertThat(client.delete("/v1/candidates/" + candidate).status()).isEqualTo(204);
        }
        JsonNode answer = client.submit(
                        client.startSession(Map.of("topic", "django")), "And it caches what it has read.")
                .body();

        assertThat(client.await(answer, 30).path("status").asText())
                .as("the worker goes on")
                .isEqualTo("SCORED");
        assertThat(new Records(stack).tablesHolding("erased-candidate")).isEmpty();
        assertThat(Metrics.of(stack.workers().getFirst()).sum("greenroom_answers_failed_total"))
                .isZero();
        assertThat(OUTPUT.of("worker").stream().skip(saidBefore))
                .noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
    }

    /** The traces of the spans whose names and kinds are so. */
    private static Set<String> traces(String part, String span) {
        return spans(part)
                .filter(match -> name(match).matches(span))
                .map(match -> match.group(2))
                .collect(Collectors.toSet());
    }

    private static String names(String part) {
        return spans(part).map(TraceIT::name).distinct().collect(Collectors.joining(", "));
    }

    private static String name(MatchResult span) {
        return span.group(1) + " " + span.group(4);
    }

    private static Stream<MatchResult> spans(String part) {
        return OUTPUT.of(part).stream().flatMap(line -> SPAN.matcher(line).results());
    }
}
