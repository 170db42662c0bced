package dev.greenroom.api.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.api.ApiTest;
import dev.greenroom.localstack.EmbeddedPostgres;
import dev.greenroom.localstack.GreenroomTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever a client sends, it is never our fault, and it is told what is wrong. The same requests each time, so that a build
 * fails for what was changed; {@code ./greenroom soak} sends others, {@code -Dgreenroom.malformed.seed=N} those of a run,
 * {@code -Dgreenroom.malformed.requests=N} more of them.
 */
@QuarkusTest
class MalformedResourceTest {

    private static final int REQUESTS = Integer.getInteger("greenroom.malformed.requests", 5_800);
    private static final long SEED = Long.getLong(
            "greenroom.malformed.seed", "full".equals(System.getProperty("greenroom.soak")) ? System.nanoTime() : 7);
    private static final int CLIENTS = 12;
    private static final Pattern OF_OUR_OWN = Pattern.compile(
            "Exception|dev\\.greenroom|java\\.|jakarta\\.|org\\.(?:hibernate|postgresql|jboss)|io\\.quarkus|SQLSTATE|\tat ");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private List<String> existing = List.of();

    @Test
    void isNeverOurFaultAndAlwaysExplained() throws Exception {
        String key = makeTenant();
        existing = beginAnInterview(key);
        List<Draft> requests = requests(Credentials.of(key, existing.getFirst()));

        long begin = System.nanoTime();
        List<Future<?>> clients = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> sendAll(requests, next)));
            }
        }
        for (Future<?> client : clients) {
            client.get();
        }

        long milliseconds = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        System.out.printf(
                "malformed: %d requests in %d ms, seed %d, statuses %s%n",
                requests.size(), milliseconds, SEED, new TreeMap<>(statuses));
        assertThat(complaints).as("seed %d", SEED).isEmpty();
        assertThat(refused()).isGreaterThanOrEqualTo(REQUESTS * 50 / 58);
    }

    /** A tenant of its own, for what the requests may do if they are right after all; returns its key. */
    private String makeTenant() throws SQLException {
        UUID tenant = UUID.randomUUID();
        String key = "gr_test_" + tenant.toString().replace("-", "") + "malformed";
        String url = GreenroomTestResource.postgres().jdbcUrl();
        try (Connection connection =
                DriverManager.getConnection(url, EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD)) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into tenant (id, name, created_at) values (?, 'malformed', now())")) {
                insert.setObject(1, tenant);
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into api_key"
                            + " (id, tenant_id, name, key_hash, sandbox, created_at) values (?, ?, 'malformed', ?, true, now())")) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, tenant);
                insert.setBytes(3, sha256(key));
                insert.executeUpdate();
            }
        }
        return key;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> beginAnInterview(String key) {
        JsonPath session = post(key, "/v1/sessions", "{\"topic\": \"django\"}");
        String turn = session.getString("currentTurnId");
        JsonPath answer = post(key, session.getString("links.answers"), ApiTest.answer(turn, "It is lazy."));
        return List.of(session.getString("id"), turn, answer.getString("id"));
    }

    private static JsonPath post(String key, String path, String order) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body(order)
                .post(path)
                .jsonPath();
    }

    private int refused() {
        return statuses.entrySet().stream()
                .filter(status -> status.getKey() >= 400)
                .mapToInt(status -> status.getValue().get())
                .sum();
    }

    private List<Draft> requests(Credentials credentials) throws Exception {
        List<Operation> operations = Operation.readAll(JSON.readTree(
                RestAssured.given().accept("application/json").get("/q/openapi").asString()));
        assertThat(operations).hasSizeGreaterThan(30);
        List<Draft> requests = new ArrayList<>();
        JqwikSession.run(() -> {
            Random randomness = new Random(SEED);
            List<RandomGenerator<List<Malformation>>> faults = operations.stream()
                    .map(operation -> Malformation.of(operation)
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(3)
                            .generator(1_000))
                    .toList();
            for (int i = 0; i < REQUESTS; i++) {
                int number = i % operations.size();
                Draft draft = draft(operations.get(number), credentials, randomness);
                faults.get(number).next(randomness).value().forEach(fault -> fault.spoil(draft));
                requests.add(draft);
            }
        });
        return requests;
    }

    private Draft draft(Operation operation, Credentials credentials, Random randomness) {
        return new Draft(operation, path(operation, randomness), "Bearer " + credentials.anyFor(operation, randomness));
    }

    /** What opens something to a tenant's server, to a candidate, and to guests. */
    private record Credentials(String key, String token, String publishable) {

        static Credentials of(String key, String session) {
            return new Credentials(
                    key,
                    post(key, "/v1/sessions/" + session + "/tokens", "").getString("token"),
                    post(key, "/v1/api-keys", "{\"name\": \"app\", \"kind\": \"PUBLISHABLE\"}")
                            .getString("secret"));
        }

        String anyFor(Operation operation, Random randomness) {
            if (operation.template().equals("/v1/guest-sessions")) {
                return publishable;
            }
            return operation.template().startsWith("/v1/sessions/{") && randomness.nextInt(3) == 0 ? token : key;
        }
    }

    /** With ids of things that are there, not for this caller, and of none. */
    private String path(Operation operation, Random randomness) {
        String id = randomness.nextBoolean() ? existing.get(randomness.nextInt(existing.size())) : "no-such-thing";
        return operation.template().replaceAll("\\{[a-zA-Z]+}", id);
    }

    private void sendAll(List<Draft> requests, AtomicInteger next) {
        try (RawHttp http = new RawHttp(RestAssured.port)) {
            for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                judge(requests.get(i), http);
            }
        } catch (IOException e) {
            complaints.add("The client broke: " + e);
        }
    }

    private void judge(Draft request, RawHttp http) {
        try {
            RawHttp.Reply reply = http.send(request.toBytes());
            statuses.computeIfAbsent(reply.status(), _ -> new AtomicInteger()).incrementAndGet();
            String complaint = complaint(request, reply);
            if (complaint != null && complaints.size() < 20) {
                complaints.add(complaint + "\n" + request + "\n=> " + reply + "\n");
            }
        } catch (IOException | RuntimeException e) {
            complaints.add("No answer (" + e + ")\n" + request);
        }
    }

    private static @Nullable String complaint(Draft request, RawHttp.Reply reply) {
        if (reply.status() >= 500) {
            return "Our fault";
        }
        // The questions of the bank do speak of exceptions.
        if (reply.status() >= 400 && OF_OUR_OWN.matcher(reply.body()).find()) {
            return "Tells of our insides";
        }
        boolean barely = request.isRefusedBarelyAtMost() && reply.body().isEmpty();
        if (reply.status() < 400 || barely) {
            return null;
        }
        return reply.header("content-type").startsWith("application/problem+json") ? form(reply) : "No problem+json";
    }

    private static @Nullable String form(RawHttp.Reply reply) {
        try {
            JsonNode problem = JSON.readTree(reply.body());
            boolean whole = problem.path("status").asInt() == reply.status()
                    && problem.path("type").asText().startsWith("https://")
                    && !problem.path("title").asText().isBlank()
                    && !problem.path("detail").asText().isBlank()
                    && !problem.path("code").asText().isBlank()
                    && !problem.path("traceId").asText().isBlank();
            return whole ? null : "Not all of a problem";
        } catch (JsonProcessingException _) {
            return "No JSON";
        }
    }
}
