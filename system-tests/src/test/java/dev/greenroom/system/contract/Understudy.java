package dev.greenroom.system.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Specmatic and the service: where a request has the ids of the document's examples, it puts those of things
 * that live in their place, and gives a request that is to succeed what only somebody can know who asked before: a fresh
 * idempotency key, the current ETag, a whole question. Responses pass unchanged.
 */
final class Understudy implements AutoCloseable {

    static final String TURN = "trn_01kB2m9fQ8Zr5tYw3xVn7M";
    static final String FOLLOW_UP = "why-count";

    private static final String SESSION = "ses_01kB2m9fQ8Zr5tYw3xVn7L";
    private static final String ANSWER = "ans_01kB2m9fQ8Zr5tYw3xVn7N";
    private static final String KEY = "key_01kB2m9fQ8Zr5tYw3xVn7P";
    private static final String WEBHOOK = "whk_01kB2m9fQ8Zr5tYw3xVn7Q";
    private static final String DELIVERY = "dlv_01kB2m9fQ8Zr5tYw3xVn7R";
    private static final String CANDIDATE = "a candidate";
    private static final Pattern CANDIDATE_PATH = Pattern.compile("^/v1/candidates/[^/?]*");
    private static final String QUESTION = "our-queryset-question";

    /** What Specmatic wants to see; of one that is to be refused, only that. */
    private static final String EXPECTED = "Specmatic-Response-Code";

    private static final List<String> PARTS = List.of(SESSION, TURN, ANSWER, KEY, WEBHOOK, DELIVERY, QUESTION);
    private static final String NEW_KEY = """
            {"name": "one of many", "scopes": ["content:read"]}""";
    private static final String OWN_QUESTION = read("/own-question.json");

    /** What each of the two connections has for itself. */
    private static final Set<String> OWN = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "expect",
            "upgrade",
            EXPECTED.toLowerCase(Locale.ROOT));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final HttpServer hooks;
    private final URI api;
    private final String apiKey;
    private final String publishableKey;
    private final Cast lasting;

    private Understudy(URI api, String apiKey, String publishableKey) throws IOException {
        this.api = api;
        this.apiKey = apiKey;
        this.publishableKey = publishableKey;
        this.server = serve(this::pass);
        this.hooks = serve(exchange -> exchange.sendResponseHeaders(204, -1));
        this.lasting = new Cast();
    }

    static Understudy of(URI api, String apiKey, String publishableKey) {
        try {
            return new Understudy(api, apiKey, publishableKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String resource) {
        try (InputStream own = Objects.requireNonNull(Understudy.class.getResourceAsStream(resource))) {
            return new String(own.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws Exception;
    }

    private static HttpServer serve(Handler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            } catch (Exception e) {
                e.printStackTrace();
                throw new IOException(e);
            }
        });
        server.start();
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String hook() {
        return "http://127.0.0.1:" + hooks.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        hooks.stop(0);
    }

    private void pass(HttpExchange exchange) throws IOException, InterruptedException {
        Headers headers = exchange.getRequestHeaders();
        String method = exchange.getRequestMethod();
        String expected = String.valueOf(headers.getFirst(EXPECTED));
        boolean succeeds = expected.startsWith("2");
        Cast cast = succeeds && !method.equals("GET") ? new Cast() : lasting;
        String path = exchange.getRequestURI().getPath();
        String address = exchange.getRequestURI().toASCIIString();
        if (succeeds) {
            address = CANDIDATE_PATH.matcher(address).replaceFirst(_ -> "/v1/candidates/" + cast.candidate(path));
        }
        String played = cast.play(address, path);
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(played));
        headers.forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !(succeeds && name.equalsIgnoreCase("If-Match"))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        request.setHeader("Authorization", "Bearer " + (path.equals("/v1/guest-sessions") ? publishableKey : apiKey));
        String text = cast.play(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), path);
        if (succeeds) {
            text = cast.complete(method, path, text);
            if (headers.containsKey("Idempotency-Key")) {
                request.setHeader("Idempotency-Key", UUID.randomUUID().toString());
            }
            boolean isDraft = method.equals("PUT") && path.endsWith("/draft");
            if (isDraft ? expected.equals("200") : headers.containsKey("If-Match")) {
                request.setHeader("If-Match", cast.etag(played, isDraft));
            }
        }
        request.method(
                method,
                text.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text));
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (succeeds && response.statusCode() >= 400) {
            System.err.println("DEBUG " + method + " " + played + " " + text.substring(0, Math.min(300, text.length()))
                    + " -> " + new String(response.body(), StandardCharsets.UTF_8));
        }
        response.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean isEmpty = response.body().length == 0;
        exchange.sendResponseHeaders(response.statusCode(), isEmpty ? -1 : response.body().length);
        if (!isEmpty) {
            exchange.getResponseBody().write(response.body());
        }
    }

    private JsonNode post(String path, String body) {
        return json(send("POST", path, body));
    }

    private static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.request() + ": " + response.statusCode() + " " + response.body());
        }
        return tree(response.body());
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        try {
            return http.send(
                    HttpRequest.newBuilder(api.resolve(path))
                            .header("Authorization", "Bearer " + apiKey)
                            .header("Content-Type", "application/json")
                            .header("Prefer", "wait=30")
                            .method(method, publisher)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Who plays the parts that the document's examples name, found when first asked for. */
    private final class Cast {

        private final Map<String, String> players = new HashMap<>();

        String play(String text, String path) {
            String played = text;
            for (String part : PARTS) {
                if (played.contains(part)) {
                    played = played.replace(part, player(part, path));
                }
            }
            return played;
        }

        private synchronized String player(String part, String path) {
            if (!players.containsKey(part)) {
                find(part, path);
            }
            return Objects.requireNonNull(players.get(part));
        }

        private void find(String part, String path) {
            switch (part) {
                case CANDIDATE -> players.put(part, "user-" + UUID.randomUUID());
                case SESSION, TURN -> startSession(path);
                case ANSWER -> answer(path);
                case KEY -> players.put(part, id(post("/v1/api-keys", NEW_KEY)));
                case WEBHOOK -> {
                    makeRoomForAWebhook();
                    players.put(
                            part, id(post("/v1/webhooks", "{\"url\": \"%s\", \"events\": [\"*\"]}".formatted(hook()))));
                }
                case DELIVERY -> players.put(part, id(post("/v1/webhooks/" + player(WEBHOOK, path) + "/test", "")));
                case QUESTION -> {
                    players.put(part, "q" + UUID.randomUUID());
                    post("/v1/questions", question(path));
                    if (!path.endsWith("/publish")) {
                        publish(path);
                    }
                }
                default -> throw new IllegalArgumentException(part);
            }
        }

        private void makeRoomForAWebhook() {
            JsonNode webhooks =
                    json(send("GET", "/v1/webhooks?limit=100", null)).path("items");
            webhooks.forEach(webhook -> {
                if (!id(webhook).equals(lasting.players.get(WEBHOOK))) {
                    send("DELETE", "/v1/webhooks/" + id(webhook), null);
                }
            });
        }

        private void publish(String path) {
            String place = "/v1/questions/" + player(QUESTION, path);
            json(send("POST", place + "/publish", null));
        }

        private String question(String path) {
            return OWN_QUESTION.replace(QUESTION, player(QUESTION, path));
        }

        private void startSession(String path) {
            ObjectNode order = JSON.createObjectNode()
                    .put("topic", "django")
                    .put("questionCount", 2)
                    .put("maxFollowUps", 0);
            if (!path.endsWith("/claim")) {
                order.put("candidateRef", player(CANDIDATE, path));
            }
            JsonNode session = post("/v1/sessions", order.toString());
            players.put(SESSION, id(session));
            players.put(TURN, session.path("currentTurnId").asText());
            if (this == lasting) {
                answer(path);
                JsonNode later = json(send("GET", "/v1/sessions/" + id(session), null));
                players.put(TURN, later.path("currentTurnId").asText());
                saveDraft(draft(path));
                post("/v1/sessions/" + id(session) + "/complete", "");
            }
        }

        /** Of what is at an address, or of the draft that is put there first. */
        String etag(String address, boolean isDraft) {
            if (isDraft) {
                saveDraft(address);
            }
            return send("GET", address.replaceFirst("/(?:publish|archive)$", ""), null)
                    .headers()
                    .firstValue("ETag")
                    .orElse("*");
        }

        private void saveDraft(String address) {
            json(send("PUT", address, "{\"text\": \"Half a sentence\"}"));
        }

        /** Of whom something is known. */
        String candidate(String path) {
            player(SESSION, path);
            return player(CANDIDATE, path);
        }

        private String draft(String path) {
            return "/v1/sessions/%s/turns/%s/draft".formatted(player(SESSION, path), player(TURN, path));
        }

        private void answer(String path) {
            String session = player(SESSION, path);
            if (players.containsKey(ANSWER)) {
                return;
            }
            ObjectNode order = JSON.createObjectNode()
                    .put("turnId", player(TURN, path))
                    .put("text", "It is lazy: no query is sent until somebody iterates over it.");
            JsonNode answer = post("/v1/sessions/" + session + "/answers", order.toString());
            json(send("GET", "/v1/answers/" + id(answer), null));
            players.put(ANSWER, id(answer));
        }

        /** A body that is to be taken: what the document says in words only is in it. */
        private String complete(String method, String path, String body) {
            if (path.equals("/v1/question-bank") && method.equals("PUT")) {
                return send("GET", path, null).body();
            }
            if (path.equals("/v1/questions") && method.equals("POST")) {
                return OWN_QUESTION.replace(QUESTION, "q" + UUID.randomUUID());
            }
            if (path.startsWith("/v1/questions/") && method.equals("PUT")) {
                return question(path);
            }
            if (path.equals("/v1/webhooks")) {
                makeRoomForAWebhook();
            }
            if (!body.startsWith("{")) {
                return body;
            }
            ObjectNode whole = (ObjectNode) tree(body);
            if (whole.path("url").isTextual() || path.equals("/v1/webhooks")) {
                whole.put("url", hook());
            }
            if (path.equals("/v1/guest-sessions")) {
                whole.remove(List.of("candidateRef", "retentionDays"));
            }
            if (whole.path("questions").size() > 1) {
                whole.putArray("questions").add("django-orm-n-plus-one");
            }
            if (path.equals("/v1/api-keys")) {
                whole.remove("mode");
                whole.replace("expiresAt", null);
                if (whole.path("kind").asText().equals("PUBLISHABLE")) {
                    whole.remove("scopes");
                } else {
                    whole.putArray("scopes").add("content:read");
                }
            }
            if (path.endsWith("/answers") && !whole.path("skipped").asBoolean()) {
                whole.put("text", whole.path("text").asText("It is lazy."));
            }
            return whole.toString();
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }
}
