package dev.greenroom.api.webhook;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** An endpoint on this machine, and its webhook at the API. Closing it deletes the webhook, so that no other test feeds it. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ToIntFunction<Received> answer;
    private final String webhook;
    private final String secret;

    private Receiver(ToIntFunction<Received> answer, String events) {
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/", this::handle);
        server.start();
        var made = sending("{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(url(), events.replace(",", "\", \"")))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract();
        webhook = made.header("Location");
        secret = made.path("secret");
    }

    /** What came, with the number of the attempt. */
    public record Received(Map<String, List<String>> headers, String body, int attempt) {

        public String header(String name) {
            return String.join("", HttpHeaders.of(headers, (_, _) -> true).allValues(name));
        }

        public String id() {
            return header("webhook-id");
        }

        public JsonPath json() {
            return JsonPath.from(body);
        }

        public boolean isSignedBy(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException _) {
                return false;
            }
        }
    }

    /** One that answers with the status that {@code answer} gives, and asks for events separated by commas. */
    public static Receiver answering(ToIntFunction<Received> answer, String events) {
        return new Receiver(answer, events);
    }

    /** One that takes whatever comes. */
    public static Receiver of(String events) {
        return answering(_ -> 204, events);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            int before = (int)
                    received.stream().filter(other -> other.id().equals(id)).count();
            Received now = new Received(headers, body, before + 1);
            received.add(now);
            int status = answer.applyAsInt(now);
            byte[] response =
                    status == 204 ? new byte[0] : ("attempt " + now.attempt()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : response.length);
            exchange.getResponseBody().write(response);
        }
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** The path of its webhook. */
    public String webhook() {
        return webhook;
    }

    public String secret() {
        return secret;
    }

    public JsonPath show() {
        return asTenant().get(webhook).jsonPath();
    }

    /** Its deliveries as the API shows them, newest first. */
    public JsonPath deliveries() {
        return asTenant().get(webhook + "/deliveries").jsonPath();
    }

    @Override
    public void close() {
        asTenant().delete(webhook);
        server.stop(0);
    }
}
