package dev.greenroom.system.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** What lives in the service under the ids that the document's examples have; each is made when it is first asked for. */
final class Cast {

    /** A follow-up of {@code own-question.json}. */
    static final String FOLLOW_UP = "why-count";

    static final String TURN = "trn_01kB2m9fQ8Zr5tYw3xVn7M";

    private static final String SESSION = "ses_01kB2m9fQ8Zr5tYw3xVn7L";
    private static final String ANSWER = "ans_01kB2m9fQ8Zr5tYw3xVn7N";
    private static final String KEY = "key_01kB2m9fQ8Zr5tYw3xVn7P";
    private static final String WEBHOOK = "whk_01kB2m9fQ8Zr5tYw3xVn7Q";
    private static final String DELIVERY = "dlv_01kB2m9fQ8Zr5tYw3xVn7R";
    private static final String QUESTION = "our-queryset-question";
    private static final List<String> PARTS = List.of(SESSION, TURN, ANSWER, KEY, WEBHOOK, DELIVERY, QUESTION);

    private static final String LASTING = "for all requests";
    private static final String WEBHOOKS = "/v1/webhooks";
    private static final String BANK_QUESTION = "django-orm-n-plus-one";
    private static final Pattern CANDIDATE = Pattern.compile("^/v1/candidates/[^/?]*");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN_QUESTION = read("/own-question.json");

    private final Service service;
    private final String hook;

    /** The request that it plays in; empty for all. */
    private final String path;

    private final String candidate = "user-" + UUID.randomUUID();
    private final Map<String, String> players = new HashMap<>();

    private Cast(Service service, String hook, String path) {
        this.service = service;
        this.hook = hook;
        this.path = path;
    }

    /**
     * Plays in many requests: its session is over, with a scored answer and the draft of another one.
     *
     * @param hook where webhooks may go
     */
    static Cast lasting(Service service, String hook) {
        return new Cast(service, hook, "");
    }

    /** Plays in one request, which may change everything. */
    Cast another(String path) {
        return new Cast(service, hook, path);
    }

    static boolean isDraft(String path) {
        return path.endsWith("/draft");
    }

    /** Puts what lives in the place of the examples. */
    synchronized String play(String text) {
        String played = text;
        for (String part : PARTS) {
            if (played.contains(part)) {
                played = played.replace(part, player(part));
            }
        }
        return played;
    }

    /** Puts somebody of whom something is known in the place of any candidate. */
    synchronized String playCandidate(String address) {
        if (!CANDIDATE.matcher(address).find()) {
            return address;
        }
        String _ = player(SESSION);
        return CANDIDATE.matcher(address).replaceFirst("/v1/candidates/" + candidate);
    }

    private String player(String part) {
        if (!players.containsKey(part)) {
            switch (part) {
                case SESSION, TURN -> play();
                case ANSWER -> answer(player(SESSION));
                case KEY -> enter(part, service.post("/v1/api-keys", """
                        {"name": "one of many", "scopes": ["content:read"]}"""));
                case WEBHOOK -> {
                    makeRoomForAWebhook();
                    enter(part, service.post(WEBHOOKS, """
                            {"url": "%s", "events": ["*"], "description": "%s"}""".formatted(
                                    hook, path.isEmpty() ? LASTING : "for one request")));
                }
                case DELIVERY -> enter(part, service.post(WEBHOOKS + "/" + player(WEBHOOK) + "/test", ""));
                case QUESTION -> write();
                default -> throw new IllegalArgumentException(part);
            }
        }
        return Objects.requireNonNull(players.get(part));
    }

    private void enter(String part, JsonNode thing) {
        players.put(part, thing.path("id").asText());
    }

    private void play() {
        ObjectNode order = JSON.createObjectNode()
                .put("topic", "django")
                .put("questionCount", 2)
                .put("maxFollowUps", 0);
        if (!path.endsWith("/claim")) {
            order.put("candidateRef", candidate);
        }
        JsonNode session = service.post("/v1/sessions", order.toString());
        enter(SESSION, session);
        String self = session.at("/links/self").asText();
        players.put(TURN, session.path("currentTurnId").asText());
        if (path.isEmpty()) {
            answer(player(SESSION));
            players.put(TURN, service.get(self).path("currentTurnId").asText());
            saveDraft(self + "/turns/" + player(TURN) + "/draft");
            JsonNode _ = service.post(self + "/complete", "");
        }
    }

    private void answer(String session) {
        if (players.containsKey(ANSWER)) {
            return;
        }
        ObjectNode order = JSON.createObjectNode()
                .put("turnId", player(TURN))
                .put("text", "It is lazy: no query is sent until somebody iterates over it.");
        JsonNode answer = service.post("/v1/sessions/" + session + "/answers", order.toString());
        JsonNode _ = service.get(answer.at("/links/self").asText());
        enter(ANSWER, answer);
    }

    private void saveDraft(String address) {
        JsonNode _ = service.put(address, "{\"text\": \"Half a sentence\"}");
    }

    private void write() {
        players.put(QUESTION, "q" + UUID.randomUUID());
        JsonNode _ = service.post("/v1/questions", ownQuestion(player(QUESTION)));
        if (!path.endsWith("/publish")) {
            JsonNode _ = service.post("/v1/questions/" + player(QUESTION) + "/publish", "");
        }
    }

    private static String ownQuestion(String id) {
        return OWN_QUESTION.replace(QUESTION, id);
    }

    /** A tenant may have few of them. */
    private void makeRoomForAWebhook() {
        service.get(WEBHOOKS + "?limit=100").path("items").forEach(webhook -> {
            if (!webhook.path("description").asText().equals(LASTING)) {
                service.delete(webhook.at("/links/self").asText());
            }
        });
    }

    /** The tag of what is at an address; of a draft, once one is there. */
    synchronized String etag(String address) {
        if (isDraft(address)) {
            saveDraft(address);
        }
        return service.look(address.replaceFirst("/(?:publish|archive)$", ""))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    /** Makes a body acceptable by the rules that the document has in words. */
    synchronized String complete(String method, String path, String body) {
        return switch (method + " " + path.replaceFirst("^(/v1/questions/).*", "$1")) {
            case "PUT /v1/question-bank" -> service.look(path).body();
            case "POST /v1/questions" -> ownQuestion("q" + UUID.randomUUID());
            case "PUT /v1/questions/" -> ownQuestion(player(QUESTION));
            default -> body.startsWith("{") ? complete(path, (ObjectNode) Service.tree(body)) : body;
        };
    }

    private String complete(String path, ObjectNode body) {
        switch (path) {
            case "/v1/api-keys" -> {
                body.remove(List.of("mode", "expiresAt", "scopes"));
                if (!body.path("kind").asText().equals("PUBLISHABLE")) {
                    body.putArray("scopes").add("content:read");
                }
            }
            case "/v1/guest-sessions" -> body.remove(List.of("candidateRef", "retentionDays"));
            case WEBHOOKS -> makeRoomForAWebhook();
            default -> {}
        }
        if (body.path("url").isTextual()) {
            body.put("url", hook);
        }
        if (body.path("questions").size() > 1) {
            body.putArray("questions").add(BANK_QUESTION);
        }
        if (path.endsWith("/answers")
                && !body.path("skipped").asBoolean()
                && !body.path("text").isTextual()) {
            body.put("text", "It is lazy.");
        }
        return body.toString();
    }

    private static String read(String resource) {
        try (InputStream own = Objects.requireNonNull(Cast.class.getResourceAsStream(resource))) {
            return new String(own.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
