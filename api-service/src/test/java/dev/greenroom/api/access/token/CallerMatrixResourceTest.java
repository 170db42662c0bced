package dev.greenroom.api.access.token;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.api.OwnersConnection;
import dev.greenroom.api.access.Caller;
import dev.greenroom.model.id.IdKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets what: every operation of the served document in the name of everybody who might ask. */
@QuarkusTest
class CallerMatrixResourceTest {

    /** What an operation is about, and so for whom. An operation that is not here fails the test: decide. */
    private static final Map<String, About> DECIDED = Map.ofEntries(
            entry("listTopics", About.EVERYBODYS),
            entry("getTopic", About.EVERYBODYS),
            entry("listQuestions", About.EVERYBODYS),
            entry("getQuestion", About.A_TENANTS),
            entry("createQuestion", About.EVERYBODYS),
            entry("reviseQuestion", About.A_TENANTS),
            entry("publishQuestion", About.A_TENANTS),
            entry("archiveQuestion", About.A_TENANTS),
            entry("listQuestionVersions", About.A_TENANTS),
            entry("getQuestionVersion", About.A_TENANTS),
            entry("tryQuestion", About.A_TENANTS),
            entry("exportQuestionBank", About.EVERYBODYS),
            entry("replaceQuestionBank", About.EVERYBODYS),
            entry("listRubrics", About.EVERYBODYS),
            entry("getRubric", About.EVERYBODYS),
            entry("getProgress", About.A_TENANTS),
            entry("startSession", About.EVERYBODYS),
            entry("listSessions", About.EVERYBODYS),
            entry("getSession", About.AN_INTERVIEWS),
            entry("completeSession", About.AN_INTERVIEWS),
            entry("claimSession", About.A_TENANTS),
            entry("createSessionToken", About.AN_INTERVIEWS),
            entry("startGuestSession", About.GUESTS),
            entry("saveDraft", About.AN_INTERVIEWS),
            entry("getDraft", About.AN_INTERVIEWS),
            entry("submitAnswer", About.AN_INTERVIEWS),
            entry("getAnswer", About.AN_INTERVIEWS),
            entry("listEvaluations", About.AN_INTERVIEWS),
            entry("rescoreAnswer", About.A_TENANTS),
            entry("listQuarantine", About.EVERYBODYS),
            entry("retryQuarantined", About.A_TENANTS),
            entry("createApiKey", About.EVERYBODYS),
            entry("rotateApiKey", About.A_TENANTS),
            entry("listApiKeys", About.EVERYBODYS),
            entry("getApiKey", About.A_TENANTS),
            entry("revokeApiKey", About.A_TENANTS),
            entry("getReport", About.AN_INTERVIEWS),
            entry("followSession", About.AN_INTERVIEWS),
            entry("eraseSession", About.A_TENANTS),
            entry("eraseCandidate", About.EVERYBODYS),
            entry("exportCandidate", About.A_TENANTS),
            entry("getUsage", About.EVERYBODYS),
            entry("listAudit", About.EVERYBODYS),
            entry("createWebhook", About.EVERYBODYS),
            entry("listWebhooks", About.EVERYBODYS),
            entry("getWebhook", About.A_TENANTS),
            entry("changeWebhook", About.A_TENANTS),
            entry("deleteWebhook", About.A_TENANTS),
            entry("rotateWebhookSecret", About.A_TENANTS),
            entry("testWebhook", About.A_TENANTS),
            entry("listDeliveries", About.A_TENANTS),
            entry("getDelivery", About.A_TENANTS),
            entry("redeliver", About.A_TENANTS));

    /** EVERYBODYS is what each tenant has of its own or shares with all, under the same address. */
    private enum About {
        EVERYBODYS,
        A_TENANTS,
        AN_INTERVIEWS,
        GUESTS
    }

    private enum Asking {
        OWN_KEY,
        ANOTHER_TENANT,
        CANDIDATE,
        ANOTHER_CANDIDATE,
        PUBLISHABLE_KEY,
        NOBODY,
        EXPIRED_KEY,
        EXPIRED_TOKEN,
        WRONG_SCOPE,
        REVOKED_KEY
    }

    /** What has to come of it: let in, or the status of a refusal. */
    private static int expected(About about, Asking asking) {
        return switch (asking) {
            case NOBODY, EXPIRED_KEY, EXPIRED_TOKEN, REVOKED_KEY -> 401;
            case WRONG_SCOPE -> 403;
            case PUBLISHABLE_KEY -> about == About.GUESTS ? LET_IN : 403;
            case OWN_KEY -> about == About.GUESTS ? 403 : LET_IN;
            case ANOTHER_TENANT ->
                switch (about) {
                    case EVERYBODYS -> LET_IN;
                    case A_TENANTS, AN_INTERVIEWS -> 404;
                    case GUESTS -> 403;
                };
            case CANDIDATE -> about == About.AN_INTERVIEWS ? LET_IN : 403;
            case ANOTHER_CANDIDATE -> about == About.AN_INTERVIEWS ? 404 : 403;
        };
    }

    private static final int LET_IN = 0;
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String ORDER = "{\"name\": \"x\", \"scopes\": [\"%s\"]%s}";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    SigningKeys keys;

    @Inject
    TokenSettings settings;

    private record Operation(String id, String method, String path, JsonNode body) {}

    private Map<String, Operation> operations = Map.of();
    private @Nullable Strangers own;
    private @Nullable Strangers others;

    @BeforeEach
    void read() throws IOException, SQLException {
        JsonNode document = new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/q/openapi")
                        .asString());
        operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String id = method.getValue().path("operationId").asText();
                    JsonNode body = method.getValue().at("/requestBody/content");
                    operations.put(
                            id, new Operation(id, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), body));
                }));
        JsonNode question = new ObjectMapper()
                .readTree(example(Objects.requireNonNull(operations.get("createQuestion"))
                                .body())
                        .text());
        own = new Strangers(question);
        others = new Strangers(question.deepCopy());
    }

    @Test
    void isDecidedForEveryOperation() {
        assertThat(operations.keySet())
                .as("operations that nobody has decided on")
                .isSubsetOf(DECIDED.keySet());
    }

    @Test
    void holdsWithBothWalls() throws Exception {
        assertThat(violations(EnumSet.allOf(Asking.class))).isEmpty();
    }

    /** By the conditions of ours alone. */
    @Test
    void holdsWithoutTheWallInTheDatabase() throws Exception {
        try (OwnersConnection owner = new OwnersConnection()) {
            List<String> walled = owner.list(
                    "select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace");
            assertThat(walled).isNotEmpty();
            try {
                for (String table : walled) {
                    owner.execute("alter table %s disable row level security".formatted(table));
                }
                assertThat(violations(EnumSet.of(Asking.ANOTHER_TENANT, Asking.ANOTHER_CANDIDATE)))
                        .isEmpty();
            } finally {
                for (String table : walled) {
                    owner.execute("alter table %s enable row level security".formatted(table));
                }
            }
        }
    }

    private List<String> violations(Set<Asking> all) throws Exception {
        List<String> violations = new ArrayList<>();
        Strangers tenant = Objects.requireNonNull(own);
        Map<String, String> shared = tenant.things();
        Map<Asking, String> credentials = credentials(tenant, shared);
        for (Asking asking : all) {
            for (Operation operation : operations.values()) {
                About about = DECIDED.get(operation.id());
                if (about == null) {
                    continue; // another test says so
                }
                int expected = expected(about, asking);
                boolean changes = expected == LET_IN && !operation.method().equals("GET");
                Map<String, String> things = changes ? tenant.things() : shared;
                String credential = asking == Asking.CANDIDATE
                        ? tenant.token(sessionOf(operation, things))
                        : asking == Asking.WRONG_SCOPE && operation.path().startsWith("/v1/webhooks")
                                ? tenant.makeKey(ORDER.formatted("content:read", ""))
                                        .path("secret")
                                : credentials.get(asking);
                HttpResponse<InputStream> response = send(operation, things, credential);
                try (InputStream body = response.body()) {
                    if (!fits(response.statusCode(), expected)) {
                        violations.add("%s %s: %d instead of %s %s"
                                .formatted(
                                        asking,
                                        operation.id(),
                                        response.statusCode(),
                                        expected == LET_IN ? "being let in" : String.valueOf(expected),
                                        response.statusCode() < 400
                                                ? ""
                                                : new String(body.readNBytes(400), StandardCharsets.UTF_8)));
                    }
                }
            }
        }
        return violations;
    }

    /** The one that the path's answer belongs to, where it names an answer. */
    private static String sessionOf(Operation operation, Map<String, String> things) {
        return Objects.requireNonNull(things.get(operation.path().contains("{answer}") ? "answered" : "session"));
    }

    private static boolean fits(int status, int expected) {
        return expected == LET_IN
                ? status != 401 && status != 403 && status != 404 && (status < 500 || status == 503)
                : status == expected;
    }

    private Map<Asking, String> credentials(Strangers tenant, Map<String, String> things) throws SQLException {
        String secret = tenant.makeKey(ORDER.formatted("sessions:read", "")).path("secret");
        String gone = tenant.makeKey(ORDER.formatted("sessions:read", "")).path("secret");
        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update(
                    "update api_key set expires_at = now() where key_hash = sha256('%s'::bytea)".formatted(secret));
            owner.update("update api_key set revoked_at = now() where key_hash = sha256('%s'::bytea)".formatted(gone));
        }
        String other = tenant.post("/v1/sessions", "{\"topic\": \"django\"}").path("id");
        return Map.of(
                Asking.OWN_KEY, tenant.key(),
                Asking.ANOTHER_TENANT, Objects.requireNonNull(others).key(),
                Asking.ANOTHER_CANDIDATE, tenant.token(other),
                Asking.PUBLISHABLE_KEY,
                        tenant.makeKey("{\"name\": \"app\", \"kind\": \"PUBLISHABLE\"}")
                                .path("secret"),
                Asking.EXPIRED_KEY, secret,
                Asking.EXPIRED_TOKEN, expiredToken(tenant.key(), things),
                Asking.WRONG_SCOPE,
                        tenant.makeKey(ORDER.formatted("webhooks", "")).path("secret"),
                Asking.REVOKED_KEY, gone);
    }

    private String expiredToken(String key, Map<String, String> things) throws SQLException {
        UUID session = IdKind.SESSION
                .parse(Objects.requireNonNull(things.get("session")))
                .orElseThrow();
        try (OwnersConnection owner = new OwnersConnection()) {
            UUID tenant = UUID.fromString(owner.text(
                    "select tenant_id::text from api_key where key_hash = sha256('%s'::bytea)".formatted(key)));
            Clock earlier =
                    Clock.offset(Clock.systemUTC(), settings.ttl().negated().minus(Duration.ofSeconds(1)));
            return new SessionTokens(keys, settings, earlier)
                    .issue(new Caller.Participant(tenant, session, earlier.instant()), session)
                    .token();
        }
    }

    private static HttpResponse<InputStream> send(
            Operation operation, Map<String, String> things, @Nullable String credential) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + fill(operation.path(), things)));
        Body body = example(operation.body());
        request.method(
                operation.method(),
                body.text().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(
                                body.text().replaceAll("trn_\\w{22}", String.valueOf(things.get("turn")))));
        if (!body.text().isEmpty()) {
            request.header("Content-Type", body.type());
        }
        if (!operation.method().equals("GET")) {
            request.header("If-Match", "\"1\"");
        }
        if (credential != null) {
            request.header("Authorization", "Bearer " + credential);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String fill(String path, Map<String, String> things) {
        Matcher parameters = PARAMETER.matcher(path);
        return parameters.replaceAll(parameter -> {
            String thing = things.get(parameter.group(1));
            assertThat(thing)
                    .as("a %s to ask about, in %s", parameter.group(1), path)
                    .isNotNull();
            return Matcher.quoteReplacement(String.valueOf(thing));
        });
    }

    private record Body(String type, String text) {}

    /** The first example of a request's body; empty without a body. */
    private static Body example(JsonNode content) {
        for (Map.Entry<String, JsonNode> kind : content.properties()) {
            JsonNode examples = kind.getValue().path("examples");
            JsonNode value = examples.isEmpty()
                    ? kind.getValue().path("example")
                    : examples.iterator().next().path("value");
            return new Body(
                    kind.getKey(),
                    value.isTextual() ? value.asText() : value.isMissingNode() ? "{}" : value.toString());
        }
        return new Body("application/json", "");
    }
}
