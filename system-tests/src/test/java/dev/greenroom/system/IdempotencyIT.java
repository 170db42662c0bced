package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.Part;
import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that are sent again and again, at the same time and while the API dies: each key has one effect. */
@Tag(OperatorsSuite.TAG)
class IdempotencyIT {

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.forCampaigns();

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Campaign CAMPAIGN = Campaign.current();
    private static final int KEYS = CAMPAIGN.isFull() ? 1_000 : 60;
    private static final int KILLS = CAMPAIGN.isFull() ? 5 : 1;

    private final Stack stack = SHARED.stack();

    @Test
    void everyKeyTakesEffectOnceWhileTheApiIsKilled() throws Exception {
        SHARED.keepWorkers(0);
        Records records = new Records(stack);
        Duplicates duplicates = new Duplicates(stack, KEYS);
        CompletableFuture<Void> senders = CompletableFuture.runAsync(
                duplicates::sendAll, Thread.ofPlatform().daemon()::start);

        for (int kill = 1; kill <= KILLS; kill++) {
            int mark = kill * KEYS / (KILLS + 1);
            Awaitility.await().atMost(PATIENCE).until(() -> duplicates.keysDone() >= mark || senders.isDone());
            killBetweenCommitAndResponse(duplicates, "unread-" + kill);
        }
        senders.join();

        Map<String, Long> effects = records.keysByNumberOfSessions();
        System.out.printf(
                "idempotency: %d keys, API killed %d times; %s; keys by number of effects: %s%n",
                KEYS, KILLS, duplicates.figures(), effects);
        assertThat(effects).isEqualTo(Map.of("1", (long) KEYS + KILLS));
        assertThat(duplicates.differingResponses()).isZero();
    }

    /** The response of this key is never read: the client knows no more than if it had never been sent. */
    private void killBetweenCommitAndResponse(Duplicates duplicates, String key) throws IOException {
        Records records = new Records(stack);
        Part api = stack.api();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.url().getPort())) {
            OutputStream request = socket.getOutputStream();
            request.write(duplicates.rawRequest(key).getBytes(StandardCharsets.US_ASCII));
            request.flush();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> records.hasUsed(key));
            api.kill9();
        }
        api.awaitReady(PATIENCE);

        assertThat(duplicates.sendUntilGranted(key).isReplay()).isTrue();
    }
}
