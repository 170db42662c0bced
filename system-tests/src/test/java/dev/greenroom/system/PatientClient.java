package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.localstack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A front end that tries again, with the same {@code Idempotency-Key}, when it is refused: no connection, or 503. Each
 * request has a connection of its own, so that a kept one that dies between two requests is not taken for a failure.
 */
final class PatientClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI api;
    private final String key;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));

    PatientClient(Stack stack) {
        this.api = stack.apiUrl();
        this.key = stack.apiKey();
    }

    /** How many tries got no answer, or 503. */
    int failures() {
        return failures.get();
    }

    /** Lets requests that are under way go on and sends no new ones. */
    void pause() {
        gate.set(new CountDownLatch(1));
    }

    void resume() {
        gate.get().countDown();
    }

    /** Starts a session and submits one answer; returns the status of the submission. */
    int playOneAnswer(int number) {
        HttpResponse<String> started =
                post("/v1/sessions", "session-" + number, Campaign.current().session(number, 1, 0));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        JsonNode session = parse(started);
        return post(
                        session.at("/links/answers").asText(),
                        "answer-" + number,
                        Map.of("turnId", session.path("currentTurnId").asText(), "text", "It is lazy, I think."))
                .statusCode();
    }

    private HttpResponse<String> post(String path, String idempotencyKey, Map<String, ?> body) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> tryOnce(path, idempotencyKey, body), Predicate.not(response -> response == null));
    }

    private @Nullable HttpResponse<String> tryOnce(String path, String idempotencyKey, Map<String, ?> body)
            throws IOException, InterruptedException {
        gate.get().await();
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 503) {
                failures.incrementAndGet();
                return null;
            }
            return response;
        } catch (IOException e) {
            failures.incrementAndGet();
            return null;
        }
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
