package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What either service has to tell reaches an endpoint. */
class WebhookIT {

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final Client client = new Client(SHARED.stack());
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();

    @Test
    void tellsOfTheAnswerAndOfItsScore() throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks";
        Client.Reply webhook =
                client.post("/v1/webhooks", Map.of("url", url, "events", List.of("answer.received", "answer.scored")));
        assertThat(webhook.status()).isEqualTo(201);

        JsonNode session = client.startSession(Map.of("topic", "django", "questionCount", 1));
        JsonNode answer = client.submit(session, "A QuerySet is lazy until somebody iterates over it.")
                .body();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told)
                        .filteredOn(message -> message.at("/data/answerId").equals(answer.path("id")))
                        .extracting(message -> message.path("type").asText())
                        .containsExactlyInAnyOrder("answer.received", "answer.scored"));
        client.patch(webhook.body().at("/links/self").asText(), Map.of("enabled", false));
        receiver.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            told.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
        }
    }
}
