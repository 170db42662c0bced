package dev.greenroom.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One interview after the other, end to end, on the packaged services. */
class InterviewIT {

    private static final String STRONG =
            "You get one query for the list and then one more query for each row, because touching a related object in"
                    + " the loop loads it lazily, so a hundred books cost a hundred and one queries. I find it by"
                    + " counting the queries, with the debug toolbar or assertNumQueries in a test. For a foreign key I"
                    + " use select_related, which does a SQL join, and for many to many or reverse relations"
                    + " prefetch_related, which runs a second query with IN and puts the objects together in Python.";
    private static final String HALF_RIGHT =
            "There are too many queries because each object in the loop makes another query. You can fix it with"
                    + " select_related, I believe.";
    private static final String WRONG =
            "Every filter call sends its own query to the database, so a chain of three filters costs three round"
                    + " trips. The query runs on the line where you assign the QuerySet to a variable.";
    private static final String DONT_KNOW = "Sorry, I don't know.";

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.asShipped();

    private final Client client = new Client(SHARED.stack());

    @Test
    void betterAnswersGetHigherScores() {
        int strong = score("django-orm-n-plus-one", STRONG);
        int halfRight = score("django-orm-n-plus-one", HALF_RIGHT);
        int wrong = score("django-orm-lazy-querysets", WRONG);
        int dontKnow = score("django-csrf-protection", DONT_KNOW);

        assertThat(strong).isGreaterThanOrEqualTo(70);
        assertThat(halfRight).isBetween(25, 69).isLessThan(strong - 10);
        assertThat(wrong).isLessThan(halfRight);
        assertThat(dontKnow).isZero();
    }

    private int score(String question, String text) {
        JsonNode session = client.startSession(Map.of("topic", "django", "questions", List.of(question)));
        JsonNode answer = client.await(client.submit(session, text).body(), 20);
        assertThat(answer.path("status").asText()).isEqualTo("SCORED");
        return answer.at("/evaluation/score/value").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"django", "python", "backend"})
    void anInterviewOnEachTopicRewardsModelAnswersAndComesToItsEnd(String topic) {
        List<Integer> scores = new ArrayList<>();
        JsonNode session =
                client.startSession(Map.of("topic", topic, "questionCount", 3, "maxFollowUps", 1, "seed", 7));

        while (!session.path("currentTurnId").isNull()) {
            JsonNode turn = turn(session, session.path("currentTurnId").asText());
            boolean main = turn.path("kind").asText().equals("MAIN");
            String text = main ? modelAnswer(turn.path("questionId").asText()) : DONT_KNOW;
            JsonNode answer = client.await(client.submit(session, text).body(), 20);
            quotesAreWhereTheySay(answer);
            if (main) {
                scores.add(answer.at("/evaluation/score/value").asInt());
            }
            session = client.session(session.path("id").asText());
        }

        assertThat(session.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(scores).hasSize(3).allSatisfy(score -> assertThat(score).isGreaterThanOrEqualTo(85));
    }

    private String modelAnswer(String question) {
        return client.get("/v1/questions/" + question, 0)
                .body()
                .path("modelAnswer")
                .asText();
    }

    @Test
    void aWholeInterviewIsPlayedToItsEnd() {
        Map<String, String> answers = Map.of(
                "django-orm-n-plus-one", HALF_RIGHT,
                "django-orm-lazy-querysets", WRONG,
                "django-csrf-protection", DONT_KNOW);
        List<String> kinds = new ArrayList<>();
        JsonNode session = client.startSession(Map.of(
                "topic",
                "django",
                "questions",
                List.of("django-orm-n-plus-one", "django-orm-lazy-querysets", "django-csrf-protection")));

        while (!session.path("currentTurnId").isNull()) {
            JsonNode turn = turn(session, session.path("currentTurnId").asText());
            kinds.add(turn.path("kind").asText());
            JsonNode answer = client.await(
                    client.submit(
                                    session,
                                    answers.getOrDefault(turn.path("questionId").asText(), DONT_KNOW))
                            .body(),
                    20);
            session = client.session(session.path("id").asText());

            quotesAreWhereTheySay(answer);
            theFollowUpIsAfterAGap(session, answer);
        }

        assertThat(session.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(session.at("/progress/answered").asInt()).isEqualTo(3);
        assertThat(kinds).contains("FOLLOW_UP").filteredOn("MAIN"::equals).hasSize(3);
        assertThat(kinds.getLast())
                .as("nobody asks back who heard 'I don't know'")
                .isEqualTo("MAIN");
    }

    private static JsonNode turn(JsonNode session, String id) {
        for (JsonNode turn : session.path("turns")) {
            if (turn.path("id").asText().equals(id)) {
                return turn;
            }
        }
        throw new AssertionError("The session has no turn " + id);
    }

    private static void quotesAreWhereTheySay(JsonNode answer) {
        String text = answer.path("text").asText();
        List<JsonNode> quotes = answer.path("evaluation").findParents("quote");
        for (JsonNode quote : quotes) {
            assertThat(text.substring(
                            quote.path("start").asInt(), quote.path("end").asInt()))
                    .isEqualTo(quote.path("quote").asText());
        }
    }

    /** The targets are in a state that calls for a question, in this evaluation or in the one that opened the thread. */
    private static void theFollowUpIsAfterAGap(JsonNode session, JsonNode answer) {
        JsonNode followUp = answer.at("/evaluation/followUp");
        if (followUp.isNull()) {
            return;
        }
        JsonNode asked = turn(session, followUp.path("turnId").asText());
        assertThat(asked.path("kind").asText()).isEqualTo("FOLLOW_UP");
        assertThat(asked.at("/reason/trigger").asText())
                .isIn("WRONG_CONCEPT", "PARTIAL_CONCEPT", "MISSED_CONCEPT", "ALL_COVERED");
        for (JsonNode concept : answer.at("/evaluation/concepts")) {
            for (JsonNode target : followUp.path("targetConcepts")) {
                if (concept.path("id").equals(target)) {
                    assertThat(concept.path("state").asText()).isIn("WRONG", "PARTIAL", "MISSED");
                }
            }
        }
    }

    @Test
    void offsetsCountUtf16CodeUnits() {
        String text =
                "🙂🙂 “Lazy” means: as long as I only chain filters, nothing is sent to the database 🙂, and the SQL runs"
                        + " when I iterate over it.";
        JsonNode session =
                client.startSession(Map.of("topic", "django", "questions", List.of("django-orm-lazy-querysets")));

        JsonNode answer = client.await(client.submit(session, text).body(), 20);

        assertThat(answer.path("text").asText()).isEqualTo(text);
        assertThat(answer.path("evaluation").findParents("quote")).isNotEmpty();
        quotesAreWhereTheySay(answer);
    }

    @Test
    void theScriptOfTheReadmePlaysAnInterview() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled("curl") && isInstalled("jq"), "the script needs curl and jq");

        Process script = new ProcessBuilder(
                        "sh",
                        "interview.sh",
                        SHARED.stack().apiUrl().toString(),
                        SHARED.stack().apiKey())
                .redirectErrorStream(true)
                .start();

        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).as(output).isZero();
        assertThat(output).contains("COMPLETED");
    }

    private static boolean isInstalled(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + command).start().waitFor() == 0;
    }
}
