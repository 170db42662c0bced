package dev.greenroom.api.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.api.ApiTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Follows a session as a front end does, and keeps what it is told. */
final class Follower implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> response;
    private final CompletableFuture<Void> end;

    private Follower(HttpRequest request) {
        this.response = http.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        this.end = response.thenAcceptAsync(answer -> answer.body().forEach(lines::add), Thread.ofVirtual()::start);
    }

    static Follower of(String session) {
        return new Follower(request(session).build());
    }

    static Follower of(String session, long lastEventId) {
        return new Follower(request(session)
                .header("Last-Event-ID", Long.toString(lastEventId))
                .build());
    }

    private static HttpRequest.Builder request(String session) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/v1/sessions/%s/events".formatted(RestAssured.port, session)))
                .header("Authorization", "Bearer " + ApiTest.KEY)
                .header("Accept", "text/event-stream");
    }

    HttpResponse<?> response() {
        return response.join();
    }

    /** Every line so far, comments too. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    boolean hasEnded() {
        return end.isDone();
    }

    List<Event> events() {
        return Stream.of(String.join("\n", lines).split("\n\n", -1))
                .filter(block -> block.contains("data:"))
                .map(Event::parse)
                .toList();
    }

    List<String> types() {
        return events().stream().map(Event::type).toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** One event, as a client reads it. */
    record Event(String id, String type, JsonNode data) {

        static Event parse(String block) {
            try {
                return new Event(field(block, "id"), field(block, "event"), JSON.readTree(field(block, "data")));
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON in " + block, e);
            }
        }

        private static String field(String block, String name) {
            return block.lines()
                    .filter(line -> line.startsWith(name + ":"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + name + " in " + block))
                    .substring(name.length() + 1);
        }
    }
}
