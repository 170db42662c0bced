package dev.greenroom.api.webhook.delivery;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.api.webhook.Receiver;
import dev.greenroom.api.webhook.Receiver.Received;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.IdKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class DeliveryResourceTest {

    private static final String SESSION = "{\"topic\": \"django\"}";

    @Inject
    Claims claims;

    @Inject
    Delivering delivering;

    @Inject
    DeliverySettings settings;

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }

    @Test
    void tellsAnEndpointWhatItAskedForByIdsAlone() {
        try (Receiver receiver = Receiver.of("answer.received")) {
            String session = startSession(SESSION);
            String answer = submit(session, "Words that belong to me.");

            eventually(() -> assertThat(receiver.received()).hasSize(1));

            Received told = receiver.received().getFirst();
            assertThat(told.isSignedBy(receiver.secret())).isTrue();
            assertThat(told.header("content-type")).isEqualTo("application/json");
            assertThat(told.json().getString("type")).isEqualTo("answer.received");
            assertThat(Instant.parse(told.json().getString("timestamp"))).isBefore(Instant.now());
            assertThat(told.json().getString("data.sessionId")).isEqualTo(session);
            assertThat(told.json().getString("data.answerId")).isEqualTo(answer);
            assertThat(told.json().getInt("data.cursor")).isEqualTo(2);
            assertThat(told.json().getString("data.links.answer")).isEqualTo("/v1/answers/" + answer);
            assertThat(told.body()).doesNotContain("Words", "null");
            asTenant()
                    .get(receiver.webhook() + "/deliveries")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].id", is(told.id()))
                    .body("items[0].status", is("DELIVERED"))
                    .body("items[0].message.data.answerId", is(answer))
                    .body("items[0].attempts", hasSize(1))
                    .body("items[0].attempts[0].responseStatus", is(204))
                    .body("items[0].nextAttemptAt", nullValue());
        }
    }

    @Test
    void tellsEverythingToWhoAsksForEverything() {
        try (Receiver receiver = Receiver.of("*")) {
            String session = startSession(SESSION);
            submit(session, "An answer.");
            asTenant().post("/v1/sessions/" + session + "/complete").then().statusCode(200);

            eventually(() -> assertThat(receiver.received())
                    .extracting(told -> told.json().getString("type"))
                    .containsExactlyInAnyOrder("turn.asked", "answer.received", "session.completed"));
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theDatabaseNamesEventsAsClientsKnowThem(EventType type) throws SQLException {
        assertThat(query("select wire_name('" + type.name() + "')")).isEqualTo(type.wireName());
    }

    @Test
    void makesIdsInTheOrderOfTime() throws SQLException {
        assertThat(query("select string_agg(substring(id::text from 15 for 1), '') || ' '"
                        + " || bool_and(before is null or substring(before::text for 13) <= substring(id::text for 13))"
                        + " from (select id, lag(id) over (order by n) as before"
                        + " from (select n, time_ordered_uuid() as id from generate_series(1, 5) n) made) compared"))
                .isEqualTo("77777 true");
    }

    @Test
    void triesAgainUntilTheEndpointHasIt() {
        try (Receiver receiver =
                Receiver.answering(told -> told.attempt() < 4 ? 500 + told.attempt() : 200, "turn.asked")) {
            startSession(SESSION);

            eventually(() -> assertThat(receiver.deliveries().getString("items[0].status"))
                    .isEqualTo("DELIVERED"));

            assertThat(receiver.received())
                    .hasSize(4)
                    .extracting(Received::id)
                    .containsOnly(receiver.deliveries().getString("items[0].id"));
            assertThat(receiver.received()).allMatch(told -> told.isSignedBy(receiver.secret()));
            assertThat(receiver.deliveries().<Integer>getList("items[0].attempts.responseStatus"))
                    .containsExactly(501, 502, 503, 200);
            assertThat(receiver.deliveries().getString("items[0].attempts[1].responseExcerpt"))
                    .isEqualTo("attempt 2");
            assertThat(receiver.show().getString("failingSince")).isNull();
        }
    }

    @Test
    void givesUpAfterTheLastAttemptAndSendsAgainWhenAsked() {
        int[] status = {503};
        try (Receiver receiver = Receiver.answering(_ -> status[0], "turn.asked")) {
            double before = counted("greenroom_webhook_exhausted_total");
            startSession(SESSION);
            eventually(() -> assertThat(receiver.deliveries().getString("items[0].status"))
                    .isEqualTo("FAILED"));
            assertThat(receiver.received()).hasSize(10);
            assertThat(receiver.show().getString("failingSince")).isNotNull();
            assertThat(counted("greenroom_webhook_exhausted_total")).isEqualTo(before + 1);
            assertThat(asTenant()
                            .get(receiver.webhook() + "/deliveries?status=PENDING")
                            .<List<?>>path("items"))
                    .isEmpty();

            status[0] = 200;
            asTenant()
                    .post(receiver.deliveries().getString("items[0].links.redeliver"))
                    .then()
                    .statusCode(202)
                    .body("status", is("PENDING"));

            eventually(() -> assertThat(receiver.deliveries().getString("items[0].status"))
                    .isEqualTo("DELIVERED"));
            assertThat(receiver.received())
                    .hasSize(11)
                    .extracting(Received::id)
                    .containsOnly(receiver.deliveries().getString("items[0].id"));
            assertThat(receiver.show().getString("failingSince")).isNull();
        }
    }

    @Test
    void sendsATest() {
        try (Receiver receiver = Receiver.of("answer.failed")) {
            String delivery = asTenant()
                    .header("Idempotency-Key", "a-test-of-" + receiver.url())
                    .post(receiver.webhook() + "/test")
                    .then()
                    .statusCode(202)
                    .body("message.type", is("webhook.test"))
                    .extract()
                    .header("Location");
            asTenant()
                    .header("Idempotency-Key", "a-test-of-" + receiver.url())
                    .post(receiver.webhook() + "/test")
                    .then()
                    .statusCode(202)
                    .header("Idempotency-Replayed", "true");

            eventually(() -> asTenant().get(delivery).then().statusCode(200).body("status", is("DELIVERED")));

            assertThat(receiver.received()).hasSize(1);
            assertThat(receiver.received().getFirst().isSignedBy(receiver.secret()))
                    .isTrue();
            assertThat(receiver.received().getFirst().json().getString("data.links.webhook"))
                    .isEqualTo(receiver.webhook());
        }
    }

    @Test
    void signsByBothSecretsUntilTheOverlapIsOver() throws SQLException {
        try (Receiver receiver = Receiver.of("turn.asked")) {
            String renewed =
                    asTenant().post(receiver.webhook() + "/rotate-secret").path("secret");
            startSession(SESSION);
            eventually(() -> assertThat(receiver.received()).hasSize(1));
            update("update webhook set previous_secret_until = now() - interval '1 second' where id = '"
                    + uuid(receiver) + "'");
            startSession(SESSION);
            eventually(() -> assertThat(receiver.received()).hasSize(2));

            Received during = receiver.received().getFirst();
            Received after = receiver.received().getLast();
            assertThat(during.header("webhook-signature")).matches("v1,\\S+ v1,\\S+");
            assertThat(during.isSignedBy(renewed)).isTrue();
            assertThat(during.isSignedBy(receiver.secret())).isTrue();
            assertThat(after.isSignedBy(renewed)).isTrue();
            assertThat(after.isSignedBy(receiver.secret())).isFalse();
        }
    }

    @Test
    void switchesAnEndpointOffThatHasBeenFailingForLongAndTellsTheOthers() throws SQLException {
        try (Receiver other = Receiver.of("webhook.disabled");
                Receiver receiver = Receiver.answering(_ -> 500, "turn.asked")) {
            update("update webhook set failing_since = now() - interval '5 days 1 second' where id = '" + uuid(receiver)
                    + "'");
            double before = counted("greenroom_webhook_disabled_total");

            startSession(SESSION);

            eventually(() -> assertThat(receiver.show().getBoolean("enabled")).isFalse());
            assertThat(receiver.show().getString("disabledReason")).isEqualTo("FAILING");
            assertThat(receiver.show().getString("disabledAt")).isNotNull();
            assertThat(receiver.received()).hasSize(1);
            eventually(() -> assertThat(other.received()).hasSize(1));
            assertThat(other.received().getFirst().json().getString("type")).isEqualTo("webhook.disabled");
            assertThat(other.received().getFirst().json().getString("data.links.webhook"))
                    .isEqualTo(receiver.webhook());
            assertThat(counted("greenroom_webhook_disabled_total")).isEqualTo(before + 1);
            asTenant().post(receiver.webhook() + "/test").then().statusCode(409).body("code", is("webhook_disabled"));
            startSession(SESSION);
            assertThat(receiver.deliveries().getList("items")).hasSize(1);
        }
    }

    @Test
    void goesOnWithWhatWaitedOnceSwitchedOnAgain() {
        int[] status = {410};
        try (Receiver receiver = Receiver.answering(_ -> status[0], "turn.asked")) {
            startSession(SESSION);
            eventually(() ->
                    assertThat(receiver.show().getString("disabledReason")).isEqualTo("GONE"));
            assertThat(receiver.deliveries().getString("items[0].status")).isEqualTo("PENDING");

            status[0] = 200;
            sending("{\"enabled\": true}")
                    .patch(receiver.webhook())
                    .then()
                    .statusCode(200)
                    .body("disabledReason", nullValue())
                    .body("failingSince", nullValue());

            eventually(() -> assertThat(receiver.deliveries().getString("items[0].status"))
                    .isEqualTo("DELIVERED"));
        }
    }

    @Test
    void aSlowEndpointHoldsUpNobodyElse() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (Receiver slow = Receiver.answering(_ -> awaited(end), "turn.asked");
                Receiver quick = Receiver.of("session.completed")) {
            for (int i = 0; i < 12; i++) {
                startSession(SESSION);
            }
            eventually(() -> assertThat(slow.received()).hasSize(8));

            String session = startSession(SESSION);
            long start = System.nanoTime();
            asTenant().post("/v1/sessions/" + session + "/complete");

            eventually(() -> assertThat(quick.received()).hasSize(1));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
            assertThat(slow.received())
                    .as("no more at once than an endpoint is sent")
                    .hasSize(8);
            end.countDown();
            eventually(() -> assertThat(slow.deliveries().<String>getList("items.status"))
                    .hasSize(13)
                    .containsOnly("DELIVERED"));
        }
    }

    private static int awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS) ? 200 : 500;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsWhatADeadReplicaHadClaimedAndPassesOverItsLateResult() throws SQLException {
        try (Receiver receiver = Receiver.of("turn.asked")) {
            startSession(SESSION);
            eventually(() -> assertThat(receiver.received()).hasSize(1));
            String id = receiver.deliveries().getString("items[0].id");
            UUID delivery = IdKind.DELIVERY.parse(id).orElseThrow();
            update("update webhook_delivery set status = 'PENDING', claim = 7, attempt = 0,"
                    + " next_attempt_at = now() + interval '400 milliseconds' where id = '" + delivery + "'");

            eventually(() -> assertThat(receiver.received()).hasSize(2));

            eventually(() -> assertThat(
                            query("select claim || status from webhook_delivery where id = '" + delivery + "'"))
                    .isEqualTo("8DELIVERED"));
            Claimed late = new Claimed(
                    delivery,
                    7,
                    1,
                    Message.of("turn.asked", Instant.now(), new Message.Subject(null, null, null, null, null)),
                    new Claimed.Endpoint(uuid(receiver), UUID.randomUUID(), receiver.url(), true, false),
                    List.of(),
                    null);
            Attempt attempt = new Attempt(Instant.now(), 5, null, null, "no connection");
            assertThat(QuarkusTransaction.requiringNew().call(() -> claims.failed(late, attempt, Duration.ZERO)))
                    .isFalse();
            assertThat(receiver.deliveries().getString("items[0].status")).isEqualTo("DELIVERED");
        }
    }

    @Test
    void twoReplicasSendEverythingOnce() throws Exception {
        Dispatch other = new Dispatch(claims, delivering, settings);
        try (Receiver receiver = Receiver.of("turn.asked")) {
            other.start(new StartupEvent());
            IntStream.range(0, 60).parallel().forEach(_ -> startSession(SESSION));

            eventually(() -> assertThat(
                            query("select count(*) from webhook_delivery where status = 'DELIVERED' and webhook_id = '"
                                    + uuid(receiver) + "'"))
                    .isEqualTo("60"));

            assertThat(receiver.received()).hasSize(60).extracting(Received::id).doesNotHaveDuplicates();
        } finally {
            other.stop(new ShutdownEvent());
        }
        assertThat(other.isAlive()).isFalse();
    }

    /** The settings of a replica that is not to deliver. */
    private record SwitchedOff(
            boolean enabled,
            List<Duration> gaps,
            Duration patience,
            int atOnce,
            int atOncePerEndpoint,
            Duration interval,
            Duration disableAfter,
            Duration measureEvery)
            implements DeliverySettings {

        static SwitchedOff like(DeliverySettings other) {
            return new SwitchedOff(
                    false,
                    other.gaps(),
                    other.patience(),
                    other.atOnce(),
                    other.atOncePerEndpoint(),
                    other.interval(),
                    other.disableAfter(),
                    other.measureEvery());
        }
    }

    @Test
    void aReplicaThatIsNotToDeliverIsWell() throws InterruptedException {
        Dispatch idle = new Dispatch(claims, delivering, SwitchedOff.like(settings));

        idle.start(new StartupEvent());

        assertThat(idle.isAlive()).isTrue();
        idle.stop(new ShutdownEvent());
    }

    @Test
    void noAnswerFailsBecauseAnEndpointIsDeletedAtThatMoment() throws Exception {
        try (Receiver receiver = Receiver.of("turn.asked");
                Connection deleting = OwnersConnection.open();
                Statement statement = deleting.createStatement()) {
            deleting.setAutoCommit(false);
            statement.executeUpdate("delete from webhook where id = '" + uuid(receiver) + "'");

            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                    () -> sending(SESSION).post("/v1/sessions").statusCode());
            eventually(() -> assertThat(query("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like '%interview_event%'"))
                    .isEqualTo("1"));
            deleting.commit();

            assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(201);
        }
    }

    @Test
    void forgetsWhatItToldOfAnErasedSession() throws SQLException {
        try (Receiver receiver = Receiver.of("turn.asked")) {
            String session = startSession(SESSION);
            eventually(() -> assertThat(receiver.deliveries().getString("items[0].status"))
                    .isEqualTo("DELIVERED"));

            update("delete from session where id = '"
                    + IdKind.SESSION.parse(session).orElseThrow() + "'");

            assertThat(receiver.deliveries().getList("items")).isEmpty();
        }
    }

    @Test
    void showsOperatorsWhatWaits() {
        eventually(() -> assertThat(RestAssured.get("/q/metrics").asString())
                .containsPattern("(?m)^greenroom_webhook_due\\S* [0-9]")
                .containsPattern("(?m)^greenroom_webhook_overdue_seconds\\S* [0-9]")
                .contains("greenroom_webhook_attempts_seconds_count{outcome=\"unanswered\""));
    }

    @Test
    void knowsNoDeliveryOfAnotherWebhook() {
        try (Receiver one = Receiver.of("turn.asked");
                Receiver two = Receiver.of("answer.failed")) {
            startSession(SESSION);
            eventually(() -> assertThat(one.deliveries().getList("items")).hasSize(1));
            String id = one.deliveries().getString("items[0].id");

            asTenant()
                    .get(two.webhook() + "/deliveries/" + id)
                    .then()
                    .statusCode(404)
                    .body("code", is("delivery_not_found"));
            asTenant()
                    .post(two.webhook() + "/deliveries/" + id + "/redeliver")
                    .then()
                    .statusCode(404);
            asTenant().get(one.webhook() + "/deliveries/dlv_nonsense").then().statusCode(404);
            asTenant().get(one.webhook() + "/deliveries?status=SOMEHOW").then().statusCode(400);
        }
    }

    private static double counted(String metric) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static UUID uuid(Receiver receiver) {
        return IdKind.WEBHOOK
                .parse(receiver.webhook().substring("/v1/webhooks/".length()))
                .orElseThrow();
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = OwnersConnection.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
