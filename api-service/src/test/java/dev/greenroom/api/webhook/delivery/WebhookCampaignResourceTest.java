package dev.greenroom.api.webhook.delivery;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.api.OwnersConnection;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Deliveries to a receiver that fails 30 %: ten thousand behind {@code ./greenroom soak}, two hundred otherwise. */
@QuarkusTest
class WebhookCampaignResourceTest {

    private static final boolean FULL = "full".equals(System.getProperty("greenroom.soak"));
    private static final int ENDPOINTS = 5;
    private static final int EVENTS_PER_SESSION = 2;
    private static final int DELIVERIES = FULL ? 10_000 : 200;

    @Test
    void everythingArrivesAndIsVerifiedByTheLibraryOfOthers() throws Exception {
        try (NodeReceiver receiver = NodeReceiver.start()) {
            List<String> webhooks = IntStream.range(0, ENDPOINTS)
                    .mapToObj(i -> register(receiver, "endpoint-" + i))
                    .toList();
            long start = System.nanoTime();

            playSessions(DELIVERIES / ENDPOINTS / EVENTS_PER_SESSION);
            long told = System.nanoTime();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(count("status = 'PENDING'")).isZero());
            long end = System.nanoTime();

            Map<String, Integer> counts = receiver.counts();
            System.out.printf(
                    "soak: webhooks %s; %d events in %.1f s, the last delivery %.1f s later%n",
                    counts, DELIVERIES / ENDPOINTS, (told - start) / 1e9, (end - told) / 1e9);
            assertThat(count("status = 'DELIVERED'")).isEqualTo(DELIVERIES);
            assertThat(counts)
                    .containsEntry("taken", DELIVERIES)
                    .containsEntry("invalid", 0)
                    .containsEntry("unsafe", 0)
                    .containsEntry("redirected", 0);
            assertThat(counts.getOrDefault("failed", 0) / (double) counts.getOrDefault("requests", 1))
                    .isBetween(0.2, 0.4);
            webhooks.forEach(webhook -> asTenant().delete(webhook).then().statusCode(204));
        }
    }

    private static String register(NodeReceiver receiver, String name) {
        Response made = sending("{\"url\": \"%s\", \"events\": [\"turn.asked\", \"session.completed\"]}"
                        .formatted(receiver.hook(name)))
                .post("/v1/webhooks");
        made.then().statusCode(201);
        receiver.tellSecret(name, made.path("secret"));
        return made.header("Location");
    }

    private static void playSessions(int number) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            List<? extends Future<?>> sessions = IntStream.range(0, number)
                    .mapToObj(_ -> clients.submit(() -> {
                        String session = startSession("{\"topic\": \"django\"}");
                        asTenant()
                                .post("/v1/sessions/" + session + "/complete")
                                .then()
                                .statusCode(200);
                    }))
                    .toList();
            for (Future<?> session : sessions) {
                session.get();
            }
        }
    }

    private long count(String condition) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from webhook_delivery delivery"
                        + " join webhook on webhook.id = delivery.webhook_id"
                        + " where url like '%/hooks/endpoint-%' and " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }
}
