package dev.greenroom.system;

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

/** A front end: it knows the API's contract and nothing else. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI api;
    private final String key;

    Client(Stack stack) {
        this(stack, HttpClient.Version.HTTP_2);
    }

    Client(Stack stack, HttpClient.Version version) {
        this.http = HttpClient.newBuilder()
                .version(version)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.api = stack.apiUrl();
        this.key = stack.apiKey();
    }

    /** A response of any status. */
    record Reply(int status, String contentType, JsonNode body) {}

    JsonNode startSession(Map<String, ?> order) {
        return require(201, post("/v1/sessions", order)).body();
    }

    JsonNode session(String id) {
        return require(200, get("/v1/sessions/" + id, 0)).body();
    }

    Reply submit(JsonNode session, String text) {
        return post(
                session.at("/links/answers").asText(),
                Map.of("turnId", session.path("currentTurnId").asText(), "text", text));
    }

    /** The answer once its status is final, or as it stands after {@code seconds}. */
    JsonNode await(JsonNode answer, int seconds) {
        return require(200, get(answer.at("/links/self").asText(), seconds)).body();
    }

    Reply post(String path, Map<String, ?> body) {
        return send("POST", path, json(body));
    }

    Reply put(String path, Map<String, ?> body) {
        return send("PUT", path, json(body));
    }

    Reply patch(String path, Map<String, ?> body) {
        return send("PATCH", path, json(body));
    }

    Reply delete(String path) {
        return send(HttpRequest.newBuilder(api.resolve(path)).DELETE());
    }

    /** Sends a body that claims to be JSON. */
    Reply send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply get(String path, int waitSeconds) {
        return send(HttpRequest.newBuilder(api.resolve(path)).header("Prefer", "wait=" + waitSeconds));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Authorization", "Bearer " + key)
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Reply(response.statusCode(), type, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Reply require(int status, Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError("Expected %d, got %d: %s".formatted(status, reply.status(), reply.body()));
        }
        return reply;
    }
}
