package dev.greenroom.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.localstack.Stack;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Clients that wait for feedback, each on a connection of its own. */
record LongPolls(List<CompletableFuture<HttpResponse<String>>> responses) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Opens as many as {@code number}, spread over the answers. */
    static LongPolls open(Stack stack, List<JsonNode> answers, int number) {
        return new LongPolls(IntStream.range(0, number)
                .mapToObj(i -> answers.get(i % answers.size()).at("/links/self").asText())
                .map(path -> HttpRequest.newBuilder(stack.apiUrl().resolve(path))
                        .header("Authorization", "Bearer " + stack.apiKey())
                        .header("Prefer", "wait=30")
                        .build())
                .map(request -> HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList());
    }

    /** The answers' statuses in the responses, once all are there. */
    List<String> statuses() {
        return responses.stream()
                .map(CompletableFuture::join)
                .map(LongPolls::status)
                .toList();
    }

    private static String status(HttpResponse<String> response) {
        try {
            return response.statusCode() == 200
                    ? new ObjectMapper()
                            .readTree(response.body())
                            .path("status")
                            .asText()
                    : "HTTP status " + response.statusCode();
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + response.body(), e);
        }
    }
}
