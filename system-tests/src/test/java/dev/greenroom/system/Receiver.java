package dev.greenroom.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint on this machine that takes whatever webhooks it is told by, until it is closed. */
final class Receiver implements AutoCloseable {

    /** How the API may be told to let webhooks come here. */
    static final Map<String, String> ALLOWED =
            Map.of("GREENROOM_WEBHOOK_TARGET_ALLOW", "127.0.0.1", "GREENROOM_WEBHOOK_TARGET_ALLOW_HTTP", "true");

    private final Client client;
    private final HttpServer server;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final JsonNode webhook;

    /** Listens for these events of the client's tenant. */
    Receiver(Client client, String... events) throws IOException {
        this.client = client;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::take);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
        Client.Reply created = client.post("/v1/webhooks", Map.of("url", url, "events", List.of(events)));
        if (created.status() != 201) {
            throw new IllegalStateException(created.body().toString());
        }
        this.webhook = created.body();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            told.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** The types of the events that it was told of this answer. */
    List<String> typesOf(JsonNode answer) {
        return told.stream()
                .filter(message -> message.at("/data/answerId").equals(answer.path("id")))
                .map(message -> message.path("type").asText())
                .toList();
    }

    @Override
    public void close() {
        client.patch(webhook.at("/links/self").asText(), Map.of("enabled", false));
        server.stop(0);
    }
}
