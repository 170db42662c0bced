package dev.greenroom.api.idempotency;

import static dev.greenroom.api.ApiTest.answer;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.currentTurn;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyResourceTest {

    @Inject
    Session database;

    @Inject
    IdempotencyRecords records;

    @Test
    void answersTheSameRequestAsTheFirstTime() {
        String session = startSession("{\"topic\": \"django\"}");
        String body = answer(currentTurn(session), "Once.");
        String key = key();

        Response first = submit(session, key, body);
        Response second = submit(session, key, body);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void refusesTheKeyOfAnotherRequest() {
        String session = startSession("{\"topic\": \"django\"}");
        String turn = currentTurn(session);
        String key = key();
        submit(session, key, answer(turn, "One thing."));

        submit(session, key, answer(turn, "Another thing."))
                .then()
                .statusCode(422)
                .body("code", is("idempotency_key_reused"));
    }

    @Test
    void startsOneSessionForAKey() {
        String key = key();
        String order = "{\"topic\": \"django\", \"candidateRef\": \"%s\"}".formatted(key);

        String first = sending(order)
                .header("Idempotency-Key", key)
                .post("/v1/sessions")
                .path("id");
        String second = sending(order)
                .header("Idempotency-Key", key)
                .post("/v1/sessions")
                .path("id");

        assertThat(second).isEqualTo(first);
        asTenant().get("/v1/sessions?candidateRef=" + key).then().body("items.size()", is(1));
    }

    @Test
    void concurrentDuplicatesTakeEffectOnce() throws Exception {
        String key = key();
        String order = "{\"topic\": \"django\", \"candidateRef\": \"%s\"}".formatted(key);
        List<Future<Integer>> statuses;
        try (ExecutorService clients = Executors.newFixedThreadPool(20)) {
            statuses = IntStream.range(0, 20)
                    .mapToObj(i -> clients.submit(() -> sending(order)
                            .header("Idempotency-Key", key)
                            .post("/v1/sessions")
                            .statusCode()))
                    .toList();
        }

        for (Future<Integer> status : statuses) {
            assertThat(status.get()).isIn(201, 409);
        }
        asTenant().get("/v1/sessions?candidateRef=" + key).then().body("items.size()", is(1));
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        String key = key();
        String order = "{\"topic\": \"django\"}";
        String first = sending(order)
                .header("Idempotency-Key", key)
                .post("/v1/sessions")
                .path("id");
        age(key, 25);

        String second = sending(order)
                .header("Idempotency-Key", key)
                .post("/v1/sessions")
                .path("id");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        String old = key();
        String young = key();
        for (String key : List.of(old, young)) {
            sending("{\"topic\": \"django\"}").header("Idempotency-Key", key).post("/v1/sessions");
        }
        age(old, 25);
        age(young, 23);

        records.forgetOldOnes();

        assertThat(isKept(old)).isFalse();
        assertThat(isKept(young)).isTrue();
    }

    @Test
    void tellsADuplicateThatTheFirstIsStillRunning() {
        String key = key();
        UUID tenant = QuarkusTransaction.requiringNew().call(this::tenant);

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(records.reserve(tenant, key)).isInstanceOf(Reservation.Free.class);
            sending("{\"topic\": \"django\"}")
                    .header("Idempotency-Key", key)
                    .post("/v1/sessions")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", is("idempotency_conflict"));
        });

        sending("{\"topic\": \"django\"}")
                .header("Idempotency-Key", key)
                .post("/v1/sessions")
                .then()
                .statusCode(201);
    }

    @Test
    void repeatsAResponseWithoutALocationWithoutOne() {
        String session = startSession("{\"topic\": \"django\"}");
        String key = key();

        Response first = asTenant().header("Idempotency-Key", key).post("/v1/sessions/" + session + "/complete");
        Response second = asTenant().header("Idempotency-Key", key).post("/v1/sessions/" + session + "/complete");

        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(first.header("Location")).isNull();
        assertThat(second.header("Location")).isNull();
    }

    @Test
    void refusesTheKeyOfAnAddressAtAnother() {
        String key = key();
        sending("{\"topic\": \"django\"}").header("Idempotency-Key", key).post("/v1/sessions");
        String session = startSession("{\"topic\": \"django\"}");

        asTenant()
                .header("Idempotency-Key", key)
                .post("/v1/sessions/" + session + "/complete")
                .then()
                .statusCode(422)
                .body("code", is("idempotency_key_reused"));
    }

    @Test
    void aFailedRequestLeavesItsKeyFree() {
        String key = key();
        sending("{\"topic\": \"cobol\"}")
                .header("Idempotency-Key", key)
                .post("/v1/sessions")
                .then()
                .statusCode(422);

        sending("{\"topic\": \"django\"}")
                .header("Idempotency-Key", key)
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        sending("{\"topic\": \"django\"}")
                .header("Idempotency-Key", "k".repeat(256))
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("#idempotencyKey"));
    }

    @Test
    void refusesAnEmptyKey() {
        sending("{\"topic\": \"django\"}")
                .header("Idempotency-Key", "")
                .when()
                .post("/v1/sessions")
                .then()
                .statusCode(422)
                .body("code", is("validation_failed"))
                .body("errors[0].pointer", is("#idempotencyKey"));
    }

    private void age(String key, int hours) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery("update idempotency_record"
                                + " set created_at = created_at - make_interval(hours => :hours) where key = :key")
                        .setParameter("hours", hours)
                        .setParameter("key", key)
                        .executeUpdate());
    }

    private boolean isKept(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                        "select count(*) from idempotency_record where key = :key", Long.class)
                                .setParameter("key", key)
                                .getSingleResult()
                        == 1);
    }

    private UUID tenant() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> database.createNativeQuery(
                                "select tenant_id from api_key where name = 'bootstrap'", UUID.class)
                        .getResultList()
                        .getFirst());
    }

    private static Response submit(String session, String key, String body) {
        return sending(body).header("Idempotency-Key", key).post("/v1/sessions/" + session + "/answers");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
