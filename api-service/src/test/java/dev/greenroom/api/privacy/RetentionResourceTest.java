package dev.greenroom.api.privacy;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hamcrest.Matchers.contains;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.model.id.IdKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionResourceTest {

    private static final String KEPT = "{\"topic\": \"django\", \"retentionDays\": %d, \"candidateRef\": \"%s\"}";

    @Inject
    Retention retention;

    @Inject
    Session hibernate;

    @Inject
    SessionRemains remains;

    @Inject
    AuditLog audit;

    @Inject
    MeterRegistry metrics;

    @Test
    void erasesASessionWhoseDaysAreOver() throws SQLException {
        String word = "kept-for-three-days-" + UUID.randomUUID();
        String session = startSession(KEPT.formatted(3, word));
        submit(session, word);
        ended(session, 3.1);

        retention.erase();

        assertThat(new EveryTable().holding(word)).isEmpty();
        asTenant()
                .get("/v1/audit?object=" + session)
                .then()
                .body("items.action", contains("SESSION_ERASED"))
                .body("items.actor", contains("retention"));
    }

    @Test
    void keepsWhatHasTime() throws SQLException {
        String young = startSession(KEPT.formatted(3, "young"));
        ended(young, 2.9);
        String open = startSession(KEPT.formatted(3, "open"));
        String unlimited = startSession("{\"topic\": \"django\"}");
        ended(unlimited, 4_000);

        retention.erase();

        asTenant().get("/v1/sessions/" + young).then().statusCode(200);
        asTenant().get("/v1/sessions/" + open).then().statusCode(200);
        asTenant().get("/v1/sessions/" + unlimited).then().statusCode(200);
    }

    @Test
    void goesByTheOperatorsDaysWhereASessionNamesNone() throws SQLException {
        String over = startSession("{\"topic\": \"django\"}");
        ended(over, 30.1);
        String young = startSession("{\"topic\": \"django\"}");
        ended(young, 29.9);
        String itsOwn = startSession(KEPT.formatted(60, "itsOwn"));
        ended(itsOwn, 30.1);
        OverdueSessions overdue = new OverdueSessions(hibernate, new ThirtyDays(), Clock.systemUTC());

        new Retention(overdue, remains, audit, metrics).erase();

        asTenant().get("/v1/sessions/" + over).then().statusCode(404);
        asTenant().get("/v1/sessions/" + young).then().statusCode(200);
        asTenant().get("/v1/sessions/" + itsOwn).then().statusCode(200);
    }

    @Test
    void erasesManyAlthoughReplicasDoItAtOnce() throws SQLException {
        String candidate = "many-" + UUID.randomUUID();
        String session = startSession(KEPT.formatted(1, candidate));
        ended(session, 2);
        execute("insert into session select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid()))).*"
                + " from session s, generate_series(1, 249) where candidate_ref = '" + candidate + "'");
        double before = erased();

        CompletableFuture<Void> other = CompletableFuture.runAsync(retention::erase);
        retention.erase();
        other.join();

        assertThat(erased() - before).isEqualTo(250);
        assertThat(new EveryTable().holding(candidate)).isEmpty();
    }

    @Test
    void aServiceThatWouldEraseInterviewsAsTheyEndDoesNotStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionSettings.DaysConverter().convert("0"));
    }

    private double erased() {
        return metrics.counter("greenroom.retention.sessions").count();
    }

    private void ended(String session, double daysAgo) throws SQLException {
        asTenant().post("/v1/sessions/" + session + "/complete").then().statusCode(200);
        execute("update session set completed_at = now() - interval '1 hour' * 24 * " + daysAgo + " where id = '"
                + IdKind.SESSION.parse(session).orElseThrow() + "'");
    }

    private void execute(String sql) throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update(sql);
        }
    }

    private record ThirtyDays() implements RetentionSettings {

        @Override
        public Optional<Integer> defaultDays() {
            return Optional.of(30);
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }
    }
}
