package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bank of one's own and a candidate's way through several interviews, over the API alone. */
class AuthoringIT {

    private static final String QUESTION = "our-queryset-question";

    private static final String STRONG =
            "First I count the queries, with assertNumQueries in a test or the debug toolbar, because the number must not"
                    + " grow with the rows that are shown. For a foreign key I use select_related, which joins the other"
                    + " table into the same statement, and for many related rows prefetch_related, one more query for all"
                    + " of them.";
    private static final String WEAK = "I would buy a bigger database server and hope that the page gets faster then.";

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.asShipped();

    private final Client client = new Client(SHARED.stack());

    @Test
    void aQuestionOfOnesOwnIsWrittenTriedPublishedAndPlayed() throws IOException {
        assertThat(client.post("/v1/questions", ownQuestion()).status()).isEqualTo(201);

        int strong = tried(STRONG);
        int weak = tried(WEAK);
        assertThat(strong).isGreaterThanOrEqualTo(65);
        assertThat(weak).isLessThan(45);

        assertThat(client.post("/v1/questions/" + QUESTION + "/publish", Map.of())
                        .status())
                .isEqualTo(200);
        JsonNode session = client.startSession(
                Map.of("topic", "django", "questions", List.of(QUESTION), "candidateRef", "author-1"));
        JsonNode answer = client.await(client.submit(session, STRONG).body(), 20);
        assertThat(answer.path("status").asText()).isEqualTo("SCORED");
        assertThat(answer.at("/evaluation/score/value").asInt())
                .as("the same code scores samples and candidates")
                .isEqualTo(strong);
        assertThat(answer.at("/evaluation/provenance/question").asText()).isEqualTo(QUESTION + "@1");

        JsonNode progress = client.get("/v1/candidates/author-1/progress", 0).body();
        assertThat(progress.path("concepts").findValuesAsText("questionId")).contains(QUESTION);
        assertThat(progress.at("/sections/0/history/0/meanScore").asInt()).isEqualTo(strong);
    }

    private int tried(String sample) {
        Client.Reply trial = client.post("/v1/questions/" + QUESTION + "/try", Map.of("text", sample));
        assertThat(trial.status()).as(trial.body().toString()).isEqualTo(200);
        return trial.body().at("/score/value").asInt();
    }

    @Test
    void anAdaptiveInterviewGoesUpWithAStrongCandidate() {
        JsonNode session = client.startSession(
                Map.of("topic", "django", "level", "ADAPTIVE", "questionCount", 3, "maxFollowUps", 0, "seed", 5));
        assertThat(session.path("currentLevel").asText()).isEqualTo("MID");

        for (int i = 0; i < 2; i++) {
            String question = session.path("turns").get(i).path("questionId").asText();
            String model = client.get("/v1/questions/" + question, 0)
                    .body()
                    .path("modelAnswer")
                    .asText();
            JsonNode answer = client.await(client.submit(session, model).body(), 20);
            assertThat(answer.at("/evaluation/score/value").asInt()).isGreaterThanOrEqualTo(70);
            session = client.session(session.path("id").asText());
        }

        assertThat(session.path("currentLevel").asText()).isEqualTo("SENIOR");
        String third = session.path("turns").get(2).path("questionId").asText();
        assertThat(client.get("/v1/questions/" + third, 0).body().path("level").asText())
                .isEqualTo("SENIOR");
    }

    private static Map<String, Object> ownQuestion() throws IOException {
        try (InputStream file = AuthoringIT.class.getResourceAsStream("/own-question.json")) {
            return new ObjectMapper().readValue(Objects.requireNonNull(file), new TypeReference<>() {});
        }
    }
}
