package dev.greenroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** One client of the API with a connection of its own. */
final class Candidate implements Crowd.Tool {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpConnection connection;
    private final String commonHead;

    private Candidate(HttpConnection connection, URI api, String apiKey) {
        this.connection = connection;
        this.commonHead = "Host: %s\r\nAuthorization: Bearer %s\r\nAccept: application/json\r\n"
                .formatted(api.getAuthority(), apiKey);
    }

    static Candidate connect(URI api, String apiKey) throws IOException {
        return new Candidate(HttpConnection.open(api), api, apiKey);
    }

    List<JsonNode> listQuestions() throws IOException {
        JsonNode page = parse(get("/v1/questions?limit=100", "").require(200));
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    /** Starts a session of one question. */
    OpenTurn startSession(String topic, String question) throws IOException {
        String order = "{\"topic\":\"%s\",\"questions\":[\"%s\"]}".formatted(topic, question);
        JsonNode session = parse(post("/v1/sessions", order).require(201));
        return new OpenTurn(
                session.get("id").asText(), session.get("currentTurnId").asText());
    }

    /** Submits an answer as a careful client does, with a fresh idempotency key; gives the answer's id. */
    String submit(Submission submission) throws IOException {
        OpenTurn turn = submission.turn();
        String order = "{\"turnId\":\"%s\",\"text\":%s,\"inputMode\":\"TYPED\",\"durationMs\":74000}"
                .formatted(turn.turn(), JSON.writeValueAsString(submission.text()));
        String body = post("/v1/sessions/" + turn.session() + "/answers", order)
                .require(202)
                .body();
        // Parsing all of it would cost time that the server needs.
        int begin = body.indexOf("\"id\":\"") + 6;
        return body.substring(begin, body.indexOf('"', begin));
    }

    /** The answer with its feedback, for which the server is asked to wait. */
    JsonNode awaitFeedback(String answer) throws IOException {
        return parse(get("/v1/answers/" + answer, "Prefer: wait=30\r\n").require(200));
    }

    private HttpConnection.Response post(String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\n" + commonHead + "Content-Type: application/json\r\n"
                + "Idempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: " + content.length + "\r\n\r\n";
        return connection.exchange((head + body).getBytes(StandardCharsets.UTF_8));
    }

    private HttpConnection.Response get(String path, String headers) throws IOException {
        String head = "GET " + path + " HTTP/1.1\r\n" + commonHead + headers + "\r\n";
        return connection.exchange(head.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode parse(HttpConnection.Response response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /** A question that waits for its answer. */
    record OpenTurn(String session, String turn) {}

    /** An answer on its way. */
    record Submission(OpenTurn turn, String text) {}
}
