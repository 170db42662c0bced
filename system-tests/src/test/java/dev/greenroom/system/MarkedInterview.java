package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** An interview whose candidate says the same unmistakable word in every way there is, the wrong ways among them. */
final class MarkedInterview {

    static final String WORD = "quetzalcoatlus-twenty-three";

    private static final String ANSWER = "One query loads the list, says " + WORD
            + ", and then touching the author of each book runs one more query per row.";
    private static final String CANDIDATE = "marked-candidate";

    private final Client client;
    private final String session;

    private MarkedInterview(Client client) {
        this.client = client;
        this.session = client.startSession(Map.of(
                        "topic",
                        "django",
                        "questions",
                        List.of("django-orm-n-plus-one"),
                        "maxFollowUps",
                        1,
                        "candidateRef",
                        CANDIDATE,
                        "metadata",
                        Map.of("note", WORD)))
                .path("id")
                .asText();
    }

    static MarkedInterview play(Client client) {
        MarkedInterview interview = new MarkedInterview(client);
        interview.sayItWrongly();
        interview.sayIt();
        interview.leaveADraft();
        return interview;
    }

    /** Whatever a service could be tempted to quote in a complaint. */
    private void sayItWrongly() {
        String answers = path() + "/answers";
        String turn = currentTurn();
        expect(400, client.send("POST", answers, "{\"turnId\": \"" + turn + "\", \"text\": \"" + WORD));
        expect(400, client.send("POST", answers, "{\"turnId\": \"" + turn + "\", \"skipped\": \"" + WORD + "\"}"));
        expect(400, client.send("POST", answers, "{\"" + WORD + "\": true}"));
        expect(422, client.post(answers, Map.of("turnId", turn, "text", WORD.repeat(1_000))));
        expect(404, client.post(answers, Map.of("turnId", WORD, "text", WORD)));
        expect(201, client.put(draft(turn), Map.of("text", WORD)));
        expect(428, client.put(draft(turn), Map.of("text", WORD + " once more")));
    }

    private void sayIt() {
        Client.Reply submitted = client.post(
                path() + "/answers",
                Map.of(
                        "turnId",
                        currentTurn(),
                        "text",
                        ANSWER,
                        "inputMode",
                        "SPOKEN",
                        "speech",
                        Map.of(
                                "engine",
                                WORD,
                                "confidence",
                                0.9,
                                "words",
                                List.of(Map.of("text", WORD, "startMs", 1, "endMs", 2)))));
        expect(202, submitted);
        JsonNode scored = client.await(submitted.body(), 20);
        assertThat(scored.path("status").asText()).isEqualTo("SCORED");
        expect(202, client.post(scored.at("/links/self").asText() + "/rescore", Map.of("reason", WORD)));
        assertThat(client.await(scored, 20).at("/evaluation/version").asInt())
                .isGreaterThan(scored.at("/evaluation/version").asInt());
        expect(
                409,
                client.post(
                        path() + "/answers",
                        Map.of("turnId", scored.path("turnId").asText(), "text", WORD)));
    }

    private void leaveADraft() {
        expect(201, client.put(draft(currentTurn()), Map.of("text", WORD)));
        expect(200, client.get("/v1/candidates/" + CANDIDATE + "/export", 0));
    }

    void erase() {
        expect(204, client.delete("/v1/candidates/" + CANDIDATE));
    }

    private String currentTurn() {
        return client.session(session).path("currentTurnId").asText();
    }

    private String path() {
        return "/v1/sessions/" + session;
    }

    private String draft(String turn) {
        return path() + "/turns/" + turn + "/draft";
    }

    private static void expect(int status, Client.Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
    }
}
