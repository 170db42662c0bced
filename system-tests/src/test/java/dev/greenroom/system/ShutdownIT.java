package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SIGTERM while candidates are at work, as every deployment sends it. */
@Tag(OperatorsSuite.TAG)
class ShutdownIT {

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.forCampaigns();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PRE_STOP = Duration.ofMillis(500);
    private static final Campaign CAMPAIGN = Campaign.current();

    private final Stack stack = SHARED.stack();

    @Test
    void aWorkerThatIsAskedToStopLeavesNothingBehind() throws Exception {
        SHARED.keepWorkers(2);
        Candidates candidates = new Candidates(new Client(stack));
        Records records = new Records(stack);
        CompletableFuture<Void> interviews = CompletableFuture.runAsync(
                () -> play(candidates), Thread.ofPlatform().daemon()::start);

        for (int stop = 1; stop <= CAMPAIGN.kills(); stop++) {
            int mark = stop * CAMPAIGN.answers() / (CAMPAIGN.kills() + 1);
            Awaitility.await().atMost(PATIENCE).until(() -> candidates.submitted() >= mark);
            Part worker = stack.workers().get(stop % 2);
            worker.terminate();
            worker.start();
            worker.awaitReady(PATIENCE);
        }
        interviews.join();

        assertThat(records.answersByStatus()).isEqualTo(Map.of("SCORED", (long) CAMPAIGN.answers()));
        assertThat(records.answersByNumberOfEvaluations()).isEqualTo(Map.of("1", (long) CAMPAIGN.answers()));
        assertThat(stack.workers())
                .as("leases are given back, nobody has to wait until they run out")
                .allSatisfy(worker -> assertThat(Metrics.of(worker).sum("greenroom_leases_expired_total"))
                        .isZero());
        System.out.printf(
                "shutdown: workers stopped %d times under load: %s, evaluations %s%n",
                CAMPAIGN.kills(), records.answersByStatus(), records.answersByNumberOfEvaluations());
    }

    private static void play(Candidates candidates) {
        try {
            candidates.play(CAMPAIGN);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anApiWithManyWaitingClientsStaysLightAndAnswersThemAllWhenItIsAskedToStop() throws Exception {
        // Nobody scores, so that the long polls are held when the signal comes.
        SHARED.keepWorkers(0);
        Client client = new Client(stack);
        List<JsonNode> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            JsonNode session = client.startSession(CAMPAIGN.session(i, 1, 0));
            answers.add(client.submit(session, "Lazy until somebody iterates over it.")
                    .body());
        }
        double threads = threads();
        double idle = connectionsTakenDuringChecks();
        double first = connectionsTaken();
        LongPolls polls = LongPolls.open(stack, answers, CAMPAIGN.waiters());
        // Each waiter has one look at its answer before it waits.
        Awaitility.await().atMost(PATIENCE).until(() -> connectionsTaken() - first >= CAMPAIGN.waiters());
        assertThat(Metrics.of(stack.api()).sum("http_server_active_requests"))
                .isGreaterThanOrEqualTo(CAMPAIGN.waiters());
        CompletableFuture<List<String>> stream = follow(answers.getFirst());
        HealthChecks checks = HealthChecks.of(stack.api());
        double more = threads() - threads;
        double taken = connectionsTakenDuringChecks();

        long asked = System.nanoTime();
        stack.api().terminate();
        Duration took = Duration.ofNanos(System.nanoTime() - asked);

        System.out.printf(
                "shutdown: %d long polls open: %s, %.0f more threads, a connection taken %.0f times, %.0f before; API stopped in %d ms%n",
                CAMPAIGN.waiters(), checks, more, taken, idle, took.toMillis());
        assertThat(polls.statuses()).hasSize(CAMPAIGN.waiters()).containsOnly("QUEUED");
        assertThat(stream.join())
                .as("a stream ends in good order, with when to come back")
                .anyMatch("event:answer.received"::equals)
                .filteredOn(line -> !line.isEmpty())
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("retry:");
        assertThat(took).as("long polls don't hold up a deployment").isLessThan(Duration.ofSeconds(9));
        assertThat(checks.percentile(CAMPAIGN.quickChecks())).isLessThan(Duration.ofMillis(100));
        assertThat(more).as("a waiter holds no thread of the system").isLessThan(CAMPAIGN.waiters() / 4.0);
        assertThat(taken - idle)
                .as("a waiter asks the database nothing while it waits")
                .isLessThan(CAMPAIGN.waiters() / 4.0);
        SHARED.keepWorkers(1);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                client.await(answer, 30).path("status").asText())
                        .isEqualTo("SCORED"));
    }

    private CompletableFuture<List<String>> follow(JsonNode answer) {
        String path = "/v1/sessions/" + answer.path("sessionId").asText() + "/events";
        HttpRequest request = HttpRequest.newBuilder(stack.apiUrl().resolve(path))
                .header("Authorization", "Bearer " + stack.apiKey())
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenApplyAsync(response -> response.body().toList(), Thread.ofVirtual()::start);
    }

    private double connectionsTaken() {
        return Metrics.of(stack.api()).sum("agroal_acquire_count(?:_total)?");
    }

    /** What the service itself asks counts too. */
    private double connectionsTakenDuringChecks() throws IOException, InterruptedException {
        double before = connectionsTaken();
        HealthChecks _ = HealthChecks.of(stack.api());
        return connectionsTaken() - before;
    }

    private double threads() {
        return Metrics.of(stack.api()).sum("jvm_threads_live_threads");
    }

    @Test
    void submissionsThatMeetARestartTakeEffectOnceAndNoneIsLost() throws Exception {
        SHARED.keepWorkers(1);
        Records records = new Records(stack);
        try (ExecutorService clients = Executors.newFixedThreadPool(CAMPAIGN.clients())) {
            PatientClient client = new PatientClient(stack);
            int number = CAMPAIGN.answers();
            List<CompletableFuture<Integer>> submissions = IntStream.range(0, number)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.playOneAnswer(i), clients))
                    .toList();
            for (int stop = 1; stop <= CAMPAIGN.kills(); stop++) {
                int mark = stop * number / (CAMPAIGN.kills() + 1);
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> submissions.stream()
                                        .filter(CompletableFuture::isDone)
                                        .count()
                                >= mark);
                if (stop % 2 == 1) {
                    restartAsADeploymentDoes(client);
                } else {
                    restart();
                }
            }

            assertThat(submissions)
                    .allSatisfy(submission -> assertThat(submission.join()).isEqualTo(202));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(records.answersByStatus()).isEqualTo(Map.of("SCORED", (long) number)));
            assertThat(records.answersByNumberOfEvaluations()).isEqualTo(Map.of("1", (long) number));
            System.out.printf(
                    "shutdown: API restarted %d times under load: %d of %d submissions took effect once; %d tries failed"
                            + " where nobody kept clients away, none where somebody did%n",
                    CAMPAIGN.kills(), number, number, client.failures());
        }
    }

    /** Clients are led elsewhere first (here: made to wait), then comes the signal; not one request may fail. */
    private void restartAsADeploymentDoes(PatientClient client) {
        int before = client.failures();
        client.pause();
        Awaitility.await().pollDelay(PRE_STOP).atMost(PATIENCE).until(() -> true);
        restart();
        assertThat(client.failures()).isEqualTo(before);
        client.resume();
    }

    private void restart() {
        stack.api().terminate();
        stack.api().start();
        stack.api().awaitReady(PATIENCE);
    }
}
