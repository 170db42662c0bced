package dev.greenroom.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.client.ApiClient;
import dev.greenroom.client.ApiException;
import dev.greenroom.client.api.AnswersApi;
import dev.greenroom.client.api.SessionsApi;
import dev.greenroom.client.model.Answer;
import dev.greenroom.client.model.AnswerStatus;
import dev.greenroom.client.model.ConceptFinding;
import dev.greenroom.client.model.Evidence;
import dev.greenroom.client.model.Session;
import dev.greenroom.client.model.SessionStatus;
import dev.greenroom.client.model.StartSession;
import dev.greenroom.client.model.SubmitAnswer;
import dev.greenroom.example.InterviewKt;
import dev.greenroom.system.SharedStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kotlin.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has a client made from the OpenAPI document plays an interview with it, and so does a reader of the examples. */
class ClientsIT {

    private static final Path EXAMPLE = Path.of("../examples/typescript");
    private static final Set<AnswerStatus> UNFINISHED = EnumSet.of(AnswerStatus.QUEUED, AnswerStatus.SCORING);
    private static final String TEXT = "A QuerySet is lazy: nothing is sent to the database until I iterate over it.";

    @RegisterExtension
    static final SharedStack SHARED = SharedStack.asShipped();

    private final String url = SHARED.stack().apiUrl().toString();
    private final String key = SHARED.stack().apiKey();

    @Test
    void theJavaClientPlays() throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        SessionsApi sessions = new SessionsApi(client);
        AnswersApi answers = new AnswersApi(client);

        Session session = sessions.startSession(
                new StartSession()
                        .topic("django")
                        .questionCount(2)
                        .maxFollowUps(1)
                        .seed(3L),
                UUID.randomUUID().toString());
        while (session.getCurrentTurnId() != null) {
            SubmitAnswer order =
                    new SubmitAnswer().turnId(session.getCurrentTurnId()).text(TEXT);
            Answer answer = answers.submitAnswer(session.getId(), order, null);
            while (UNFINISHED.contains(answer.getStatus())) {
                answer = answers.getAnswer(answer.getId(), "wait=20");
            }
            theQuotesAreInTheAnswer(answer);
            session = sessions.getSession(session.getId());
        }

        assertThat(session.getStatus()).isEqualTo(SessionStatus.COMPLETED);
        assertThat(session.getProgress().getAnswered()).isEqualTo(2);
    }

    private static void theQuotesAreInTheAnswer(Answer answer) {
        assertThat(answer.getStatus()).isEqualTo(AnswerStatus.SCORED);
        for (ConceptFinding concept :
                Objects.requireNonNull(answer.getEvaluation()).getConcepts()) {
            for (Evidence evidence : concept.getEvidence()) {
                assertThat(TEXT.substring(evidence.getStart(), evidence.getEnd()))
                        .isEqualTo(evidence.getQuote());
            }
        }
    }

    @Test
    void theKotlinExamplePlays() {
        List<String> said = new ArrayList<>();

        InterviewKt.playInterview(url, key, _ -> TEXT, line -> {
            said.add(line);
            return Unit.INSTANCE;
        });

        assertThat(said)
                .anyMatch(line -> line.startsWith("FOLLOW_UP  "))
                .anyMatch(line -> line.startsWith("SCORED "))
                .last()
                .isEqualTo("COMPLETED: 2 of 2 questions");
    }

    @Test
    void openapiGeneratorsFetchClientPlays() {
        NodeTools.in(Path.of("contract")).run("tsc", "-p", ".").requireSuccess();

        Command.Output output = node(Path.of("target/fetch-client"), "system-tests/contract/fetch-client.js", url, key);

        assertThat(output.text()).contains("SCORED", "COMPLETED: 2 of 2 questions");
    }

    @Test
    void theTypeScriptExamplePlaysInTheTerminalAndServesItsPage() throws IOException, InterruptedException {
        NodeTools.in(EXAMPLE);
        Command.run(EXAMPLE, Map.of(), "npm", "run", "build").requireSuccess();

        assertThat(node(EXAMPLE, "dist/play.js", url, key).text())
                .contains("MAIN  ", "SCORED ", "COMPLETED: 2 of 2 questions");

        ProcessBuilder builder = new ProcessBuilder("node", "server.mjs").directory(EXAMPLE.toFile());
        builder.environment().putAll(Map.of("GREENROOM_URL", url, "GREENROOM_API_KEY", key, "PORT", "0"));
        Process server = builder.start();
        try (BufferedReader said = server.inputReader()) {
            String page = Objects.requireNonNull(said.readLine()).replace("The page is on ", "");
            assertThat(get(page + "/").body()).contains("<textarea", "/dist/page.js");
            assertThat(get(page + "/dist/page.js").statusCode()).isEqualTo(200);
            assertThat(get(page + "/node_modules/openapi-fetch/dist/index.mjs").statusCode())
                    .isEqualTo(200);
            assertThat(get(page + "/v1/topics").body()).contains("\"id\":\"django\"");
            assertThat(get(page + "/package.json").statusCode()).isEqualTo(404);
        } finally {
            server.destroy();
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Command.Output node(Path folder, String script, String... arguments) {
        String[] line = new String[arguments.length + 2];
        line[0] = "node";
        line[1] = script;
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return Command.run(folder, Map.of(), line).requireSuccess();
    }

    @Test
    void theCurlWalkthroughComesToItsEnd() {
        Command.Output output = Command.run(Path.of("../examples/curl"), Map.of(), "./walkthrough.sh", url, key);

        assertThat(output.requireSuccess().text()).contains("validation_failed").endsWith("status: COMPLETED\n");
    }
}
