package dev.greenroom.localstack.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MATERIAL =
            "Grade.\nThe material:\n{\"criteria\": [{\"id\": \"depth\"}], \"concepts\": [{\"id\": \"lazy\"}, {\"id\": \"cache\"}]}";
    private static final String ANSWER = "A QuerySet is lazy until somebody iterates over it.";

    private final ChatServer server = new ChatServer();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
        http.close();
    }

    private HttpRequest request(String system) {
        ObjectNode body = JSON.createObjectNode().put("model", "stand-in");
        body.putArray("messages")
                .add(JSON.createObjectNode().put("role", "system").put("content", system))
                .add(JSON.createObjectNode()
                        .put("role", "user")
                        .put("content", "DATA 7\n{\"answer\": \"%s\"}\nEND 7".formatted(ANSWER)));
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private JsonNode ask(String system) throws IOException, InterruptedException {
        return content(http.send(request(system), HttpResponse.BodyHandlers.ofString()));
    }

    private static JsonNode content(HttpResponse<String> response) {
        try {
            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode body = JSON.readTree(response.body());
            assertThat(body.at("/usage/total_tokens").asInt()).isPositive();
            return JSON.readTree(body.at("/choices/0/message/content").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void givesAVerdictOnEachCriterionAndConcept() throws Exception {
        // when
        JsonNode verdict = ask(MATERIAL);

        // then
        assertThat(verdict).isEqualTo(JSON.readTree("""
                {"criteria": [{"level": "PARTIAL", "id": "depth"}],
                 "concepts": [{"state": "PARTIAL", "id": "lazy", "quotes": ["A QuerySet is lazy until somebody"]},
                              {"state": "MISSED", "id": "cache", "quotes": []}],
                 "misconceptions": []}"""));
    }

    @Test
    void findsWordsThatQuoteTheAnswer() throws Exception {
        // when
        JsonNode words = ask("Ask for the same thing.");

        // then
        assertThat(ANSWER).contains(words.path("quote").asText());
        assertThat(words.path("question").asText())
                .contains(words.path("quote").asText())
                .endsWith("?");
    }

    @Test
    void thinksAboutHundredsOfAnswersAtOnce() {
        // given
        server.think(Duration.ofMinutes(1), Duration.ZERO);

        // when
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 300)
                .mapToObj(_ -> http.sendAsync(request(MATERIAL), HttpResponse.BodyHandlers.ofString()))
                .toList();

        // then
        await().untilAsserted(() -> assertThat(server.thinking()).isEqualTo(300));
        server.letGo();
        assertThat(calls).allSatisfy(call -> assertThat(content(call.join())).isNotEmpty());
        assertThat(server.calls()).isEqualTo(300);
    }

    @Test
    void diesAndComesBackWhereItWas() throws Exception {
        // given
        String before = server.baseUrl();

        // when
        server.die();

        // then
        assertThatThrownBy(() -> ask(MATERIAL)).isInstanceOf(ConnectException.class);
        server.revive();
        assertThat(server.baseUrl()).isEqualTo(before);
        assertThat(ask(MATERIAL)).isNotEmpty();
    }
}
