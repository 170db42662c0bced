package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import dev.greenroom.localstack.chat.ChatServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Interviews with a language model as a second judge, on the packaged services and a provider on the wire. */
class JudgeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration FOLLOW_UP_BUDGET = Duration.ofMillis(2_500);
    private static final String ANSWER =
            "There are too many queries because each object in the loop makes another query. You can fix it with"
                    + " select_related, I believe.";

    private static final ChatServer PROVIDER = new ChatServer();
    private static Stack stack;
    private static Client client;

    @BeforeAll
    static void startTheStack() {
        stack = Stack.builder()
                .env(Map.of("GREENROOM_BANK_TOPICS", "django"))
                .workerEnv(Map.of(
                        "GREENROOM_LLM_BASE_URL", PROVIDER.baseUrl(),
                        "GREENROOM_LLM_MODEL", "stand-in",
                        "GREENROOM_JUDGE_CIRCUIT_PAUSE", "1s",
                        "GREENROOM_LEASE_TTL", "6s",
                        "GREENROOM_LEASE_RENEWAL", "2s",
                        "GREENROOM_PREPARATION_ENABLED", "false"))
                .start();
        client = new Client(stack);
        // The first answer waits until a worker has loaded what it needs, which says nothing of a judge.
        client.await(submit(startSession(1)), 30);
    }

    @AfterAll
    static void stopTheStack() {
        stack.close();
        PROVIDER.close();
    }

    @AfterEach
    void letTheJudgeSpeak() {
        PROVIDER.letGo();
    }

    private static JsonNode startSession(int questions) {
        return client.startSession(Map.of("topic", "django", "questionCount", questions, "maxFollowUps", 1, "seed", 7));
    }

    private static JsonNode submit(JsonNode session) {
        return client.submit(session, ANSWER).body();
    }

    private static List<JsonNode> evaluations(JsonNode answer) {
        String path = "/v1/answers/" + answer.path("id").asText() + "/evaluations";
        return StreamSupport.stream(client.get(path, 0).body().path("items").spliterator(), false)
                .toList();
    }

    private static JsonNode lastTurn(JsonNode session) {
        JsonNode turns = client.session(session.path("id").asText()).path("turns");
        return turns.get(turns.size() - 1);
    }

    private static String scorer(JsonNode evaluation) {
        return evaluation.at("/provenance/scorer").asText();
    }

    @Test
    void aWholeInterviewIsJudgedByBoth() {
        List<String> phrasings = new ArrayList<>();
        JsonNode session = startSession(3);

        while (!session.path("currentTurnId").isNull()) {
            JsonNode turn = lastTurn(session);
            if (turn.path("kind").asText().equals("FOLLOW_UP")) {
                phrasings.add(turn.at("/reason/phrasing").asText());
                assertThat(turn.path("prompt").asText()).contains("“There are too many queries because”");
            }
            JsonNode answer = client.await(submit(session), 20);
            assertThat(answer.path("status").asText()).isEqualTo("SCORED");
            assertThat(scorer(answer.path("evaluation"))).isEqualTo("HYBRID");
            assertThat(answer.at("/evaluation/provenance/model").asText()).isEqualTo("stand-in");
            assertThat(evaluations(answer))
                    .extracting(evaluation -> evaluation.path("stage").asText())
                    .containsExactly("PRELIMINARY", "FINAL");
            session = client.session(session.path("id").asText());
        }

        assertThat(session.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(session.at("/progress/answered").asInt()).isEqualTo(3);
        assertThat(phrasings).isNotEmpty().containsOnly("LLM");
    }

    @Test
    void theInterviewGoesOnWhileTheJudgeThinks() {
        PROVIDER.think(LONG, Duration.ZERO);

        List<Long> waits = IntStream.range(0, 8).mapToObj(_ -> goOn()).sorted().toList();

        System.out.println("judge of 20 s: ms from submissions to the next turns " + waits);
        assertThat(PROVIDER.thinking()).isEqualTo(8);
        assertThat(waits.getLast()).isLessThan(FOLLOW_UP_BUDGET.toMillis());
    }

    /** From an answer to its next turn, in milliseconds by the services' own account. */
    private static long goOn() {
        JsonNode session = startSession(1);
        JsonNode answer = submit(session);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> lastTurn(session).path("kind").asText().equals("FOLLOW_UP"));
        assertThat(client.await(answer, 0).path("status").asText()).isEqualTo("SCORING");
        assertThat(evaluations(answer)).singleElement().satisfies(first -> {
            assertThat(first.path("stage").asText()).isEqualTo("PRELIMINARY");
            assertThat(scorer(first)).isEqualTo("RUBRIC");
        });
        return Duration.between(
                        Instant.parse(answer.path("submittedAt").asText()),
                        Instant.parse(lastTurn(session).path("askedAt").asText()))
                .toMillis();
    }

    @Test
    void aWorkersDeathBetweenTheTwoEvaluationsLosesNeither() {
        PROVIDER.think(LONG, Duration.ZERO);
        JsonNode session = startSession(1);
        JsonNode answer = submit(session);
        await().atMost(PATIENCE).until(() -> PROVIDER.thinking() == 1);
        JsonNode first = evaluations(answer).getFirst();
        JsonNode asked = lastTurn(session);
        Part worker = stack.workers().getFirst();

        worker.kill9();
        PROVIDER.letGo();
        worker.awaitReady(PATIENCE);

        JsonNode judged = client.await(answer, 30);
        assertThat(judged.path("status").asText()).isEqualTo("SCORED");
        assertThat(evaluations(answer)).hasSize(2).first().isEqualTo(first);
        JsonNode last = evaluations(answer).getLast();
        assertThat(scorer(last)).isEqualTo("HYBRID");
        assertThat(last.path("stage").asText()).isEqualTo("FINAL");
        assertThat(last.path("supersedes")).isEqualTo(first.path("id"));
        assertThat(lastTurn(session)).isEqualTo(asked);
    }

    @Test
    void answersAreScoredByTheRubricWhileTheProviderIsDead() throws IOException {
        PROVIDER.die();

        List<JsonNode> answers = IntStream.range(0, 8)
                .mapToObj(_ -> client.await(submit(startSession(1)), 20))
                .toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.path("status").asText()).isEqualTo("SCORED");
            assertThat(scorer(answer.path("evaluation"))).isEqualTo("RUBRIC");
            assertThat(answer.at("/evaluation/provenance/fallback").asText())
                    .isIn("JUDGE_UNREACHABLE", "JUDGE_CIRCUIT_OPEN");
        });
        PROVIDER.revive();
        await("the judge and its words are back").atMost(PATIENCE).until(JudgeIT::isBack);
        assertThat(Metrics.of(stack.workers().getFirst()).names())
                .containsAll(OperationsIT.monitored().stream()
                        .filter(name -> name.startsWith("greenroom_judge_"))
                        .toList())
                .contains("greenroom_judge_followups_wait_seconds_count");
    }

    /** A circuit lets two calls through to see, and no third at the same time, before it closes. */
    private static boolean isBack() {
        return IntStream.range(0, 3).allMatch(_ -> isHeard());
    }

    private static boolean isHeard() {
        JsonNode session = startSession(1);
        JsonNode answer = client.await(submit(session), 20);
        return scorer(answer.path("evaluation")).equals("HYBRID")
                && lastTurn(session).at("/reason/phrasing").asText().equals("LLM");
    }
}
