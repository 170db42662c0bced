package dev.greenroom.system;

import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Sends the same order under each of many keys twenty times at once; what is refused or lost is sent again. */
final class Duplicates {

    private static final int COPIES = 20;
    private static final int KEYS_AT_ONCE = 4;

    private final URI api;
    private final String apiKey;
    private final int keys;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private final AtomicInteger firstsLost = new AtomicInteger();
    private final AtomicInteger differing = new AtomicInteger();

    Duplicates(Stack stack, int keys) {
        this.api = stack.apiUrl();
        this.apiKey = stack.apiKey();
        this.keys = keys;
    }

    /** A response that grants what was asked for. */
    record Granted(boolean isReplay, String body) {}

    int keysDone() {
        return done.get();
    }

    /** How many keys were answered differently to different copies. */
    int differingResponses() {
        return differing.get();
    }

    String figures() {
        return "%d requests, %d told that the first is running, %d without an answer, %d replays, first answer lost for %d keys"
                .formatted(sent.get(), running.get(), lost.get(), replayed.get(), firstsLost.get());
    }

    void sendAll() {
        Semaphore room = new Semaphore(KEYS_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int key = 0; key < keys; key++) {
                String name = "key-" + key;
                room.acquireUninterruptibly();
                all.add(threads.submit(() -> {
                    try {
                        sendCopies(name);
                    } finally {
                        room.release();
                    }
                }));
            }
            for (Future<?> key : all) {
                get(key);
            }
        }
    }

    private void sendCopies(String key) {
        List<Future<Granted>> copies;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            copies = IntStream.range(0, COPIES)
                    .mapToObj(_ -> threads.submit(() -> sendUntilGranted(key)))
                    .toList();
        }
        List<Granted> granted = copies.stream().map(Duplicates::get).toList();
        if (granted.stream().map(Granted::body).distinct().count() > 1) {
            differing.incrementAndGet();
        }
        if (granted.stream().allMatch(Granted::isReplay)) {
            firstsLost.incrementAndGet();
        }
        done.incrementAndGet();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    Granted sendUntilGranted(String key) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> send(key), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Granted> send(String key) throws InterruptedException {
        sent.incrementAndGet();
        try {
            HttpResponse<String> response = http.send(request(key), HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 201 -> Optional.of(granted(response));
                case 409 -> {
                    running.incrementAndGet();
                    yield Optional.empty();
                }
                case 503 -> Optional.empty(); // it is only just coming up again
                default -> throw new AssertionError(response.statusCode() + ": " + response.body());
            };
        } catch (IOException e) {
            lost.incrementAndGet();
            return Optional.empty();
        }
    }

    private Granted granted(HttpResponse<String> response) {
        boolean replay = response.headers().firstValue("Idempotency-Replayed").isPresent();
        if (replay) {
            replayed.incrementAndGet();
        }
        return new Granted(replay, response.body());
    }

    private HttpRequest request(String key) {
        return HttpRequest.newBuilder(api.resolve("/v1/sessions"))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body(key)))
                .build();
    }

    /** The same request, for who does not want to hear the answer. */
    String rawRequest(String key) {
        String body = body(key);
        return "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + apiKey
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String body(String key) {
        return "{\"topic\": \"django\", \"questionCount\": 1, \"candidateRef\": \"" + key + "\"}";
    }
}
