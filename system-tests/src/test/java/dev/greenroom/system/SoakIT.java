package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Campaigns against the running stack while its parts die. What they count is what the failure table promises. */
@Tag(OperatorsSuite.TAG)
class SoakIT {

    private static final Campaign CAMPAIGN = Campaign.current();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.forCampaigns();

    private final Stack stack = SHARED.stack();

    @Test
    void everyAnswerIsScoredOnceWhileTheWorkerIsKilled() throws Exception {
        SHARED.keepWorkers(1);
        Candidates candidates = new Candidates(new Client(stack));
        Records records = new Records(stack);
        Part worker = stack.workers().getFirst();

        CompletableFuture<Void> interviews = CompletableFuture.runAsync(
                () -> play(candidates), Thread.ofPlatform().daemon()::start);
        for (int kill = 1; kill <= CAMPAIGN.kills(); kill++) {
            int mark = kill * CAMPAIGN.answers() / (CAMPAIGN.kills() + 1);
            Awaitility.await().atMost(PATIENCE).until(() -> candidates.submitted() >= mark);
            worker.kill9();
            worker.awaitReady(PATIENCE);
        }
        interviews.join();

        print("killed the worker %d times: %s, evaluations %s, claimed again %d"
                .formatted(
                        CAMPAIGN.kills(),
                        records.answersByStatus(),
                        records.answersByNumberOfEvaluations(),
                        records.claimedAgain()));
        assertThat(records.answersByStatus()).isEqualTo(Map.of("SCORED", (long) CAMPAIGN.answers()));
        assertThat(records.answersByNumberOfEvaluations()).isEqualTo(Map.of("1", (long) CAMPAIGN.answers()));
    }

    private static void play(Candidates candidates) {
        try {
            candidates.play(CAMPAIGN);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answersAreTakenInWhileKafkaIsAwayAndScoredAfterwards() {
        SHARED.keepWorkers(1);
        Records records = new Records(stack);
        Client client = new Client(stack);
        List<JsonNode> sessions = startSessions(client, 20);

        stack.kafka().stop();
        List<JsonNode> answers =
                sessions.stream().map(session -> submit(client, session)).toList();
        pause(Duration.ofSeconds(CAMPAIGN.outageSeconds()));
        assertThat(client.await(answers.getFirst(), 0).path("status").asText()).isEqualTo("QUEUED");
        stack.kafka().start();

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(records.answersByStatus()).isEqualTo(Map.of("SCORED", 20L)));
        print("Kafka was away for %d s: 20 of 20 answers taken in and scored".formatted(CAMPAIGN.outageSeconds()));
    }

    @Test
    void requestsAreRefusedWhileTheDatabaseIsAwayAndAllRecoversByItself() {
        SHARED.keepWorkers(1);
        Client client = new Client(stack);
        List<JsonNode> sessions = startSessions(client, 10);
        long api = stack.api().pid();
        long worker = stack.workers().getFirst().pid();

        stack.postgres().stop();
        Client.Reply refused = client.submit(sessions.getFirst(), "Is anybody there?");
        pause(Duration.ofSeconds(CAMPAIGN.outageSeconds()));
        stack.postgres().start();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        Awaitility.await().atMost(PATIENCE).until(stack.api()::isReady);
        List<JsonNode> answers =
                sessions.stream().map(session -> submit(client, session)).toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                client.await(answer, 30).path("status").asText())
                        .isEqualTo("SCORED"));
        assertThat(stack.api().pid()).isEqualTo(api);
        assertThat(stack.workers().getFirst().pid()).isEqualTo(worker);
        print("PostgreSQL was away for %d s: 503, then 10 of 10 scored, nothing restarted"
                .formatted(CAMPAIGN.outageSeconds()));
    }

    @Test
    void twoWorkersShareOnePartitionAndTwoReplicasTellOfEachEventOnce() throws Exception {
        SHARED.keepWorkers(2);
        Records records = new Records(stack);
        double[] scoredBefore = scored();
        List<Part> replicas = List.of(stack.api(), stack.addApi());
        List<Follower> followers = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> following = new CopyOnWriteArrayList<>();
        Candidates candidates = new Candidates(new Client(stack), session -> {
            Follower follower = new Follower(stack, replicas, session, new SplittableRandom(followers.size()));
            followers.add(follower);
            following.add(CompletableFuture.runAsync(follower, Thread.ofVirtual()::start));
        });
        CompletableFuture<Void> interviews =
                CompletableFuture.runAsync(() -> play(candidates), Thread.ofVirtual()::start);
        Awaitility.await().atMost(PATIENCE).until(() -> candidates.submitted() >= CAMPAIGN.answers() / 2);
        replicas.getLast().kill9();
        interviews.join();
        followers.forEach(Follower::finish);
        following.forEach(CompletableFuture::join);

        double[] scored = scored();
        Arrays.setAll(scored, i -> scored[i] - scoredBefore[i]);
        int disconnects = followers.stream().mapToInt(Follower::disconnects).sum();
        int seen =
                followers.stream().mapToInt(follower -> follower.seen().size()).sum();
        print("two workers on one partition scored %s".formatted(Arrays.toString(scored)));
        print("%d followers of two replicas, one killed, lost their connection %d times and saw %d of %d events"
                .formatted(followers.size(), disconnects, seen, records.events()));
        assertThat(scored).as("by each worker").doesNotContain(0);
        assertThat(records.answersByStatus()).isEqualTo(Map.of("SCORED", (long) CAMPAIGN.answers()));
        assertThat(followers)
                .allSatisfy(follower -> assertThat(follower.faults()).isEmpty());
        assertThat(disconnects).isGreaterThanOrEqualTo(CAMPAIGN.disconnects());
        assertThat(seen).isEqualTo((int) records.events());
        replicas.getLast().terminate();
    }

    /** How many answers each worker has scored since it started. */
    private double[] scored() {
        return stack.workers().stream()
                .mapToDouble(worker -> Metrics.of(worker).sum("greenroom_answers_scored_total"))
                .toArray();
    }

    private static List<JsonNode> startSessions(Client client, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> client.startSession(CAMPAIGN.session(i, 1, 0)))
                .toList();
    }

    private static JsonNode submit(Client client, JsonNode session) {
        Client.Reply reply = client.submit(session, "A QuerySet is lazy until somebody iterates over it.");
        assertThat(reply.status()).isEqualTo(202);
        return reply.body();
    }

    /** An outage lasts as long as it lasts; there is nothing to wait for. */
    private static void pause(Duration length) {
        Awaitility.await().pollDelay(length).atMost(length.plusSeconds(5)).until(() -> true);
    }

    private static void print(String figures) {
        System.out.println("soak: " + figures);
    }
}
