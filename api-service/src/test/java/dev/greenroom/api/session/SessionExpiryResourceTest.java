package dev.greenroom.api.session;

import static dev.greenroom.api.ApiTest.answer;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.currentTurn;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.id.IdKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionExpiryResourceTest {

    private static final String ORDER = "{\"topic\": \"django\"}";

    @Inject
    SessionExpiry expiry;

    @Inject
    MeterRegistry metrics;

    @Test
    void endsAnInterviewWhoseTurnWaitedTooLong() throws SQLException {
        String session = startSession(ORDER);
        String turn = currentTurn(session);
        age(session, 31);

        expiry.expire();

        asTenant()
                .get("/v1/sessions/" + session)
                .then()
                .body("status", is("EXPIRED"))
                .body("completedAt", notNullValue())
                .body("currentTurnId", nullValue())
                .body("turns[0].status", is("ASKED"));
        sending(answer(turn, "Too late."))
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(409)
                .body("code", is("session_closed"));
        assertThat(text("select string_agg(type, ',' order by cursor) from interview_event where session_id = '"
                        + uuid(session) + "'"))
                .isEqualTo("TURN_ASKED,SESSION_EXPIRED,REPORT_READY");
    }

    @Test
    void leavesInterviewsAloneThatSomebodyGoesOnWith() throws SQLException {
        String young = startSession(ORDER);
        age(young, 29);
        String written = startSession(ORDER);
        sending("{\"text\": \"Still at it\"}")
                .put("/v1/sessions/" + written + "/turns/" + currentTurn(written) + "/draft");
        age(written, 31);
        String scored = startSession(ORDER);
        submit(scored, "Waiting for a worker.");
        age(scored, 31);
        String over = startSession(ORDER);
        asTenant().post("/v1/sessions/" + over + "/complete");
        age(over, 31);

        expiry.expire();

        for (String session : new String[] {young, written, scored}) {
            asTenant().get("/v1/sessions/" + session).then().body("status", is("IN_PROGRESS"));
        }
        asTenant().get("/v1/sessions/" + over).then().body("status", is("COMPLETED"));
    }

    @Test
    void endsEachInterviewOnceAlthoughReplicasLookAtOnce() throws SQLException {
        String session = startSession(ORDER);
        age(session, 31);
        copy(session, 249);
        double before = metrics.counter("greenroom.sessions.expired").count();

        CompletableFuture<Void> other = CompletableFuture.runAsync(expiry::expire);
        expiry.expire();
        other.join();

        assertThat(metrics.counter("greenroom.sessions.expired").count() - before)
                .isEqualTo(250);
        assertThat(text("select count(*) from session s where seed = (select seed from session where id = '"
                        + uuid(session) + "') and status = 'EXPIRED' and exists (select 1 from interview_event e"
                        + " where e.session_id = s.id and e.type = 'SESSION_EXPIRED')"))
                .isEqualTo("250");
        assertThat(text("select count(*) from interview_event where type = 'SESSION_EXPIRED' and session_id in"
                        + " (select id from session where seed = (select seed from session where id = '"
                        + uuid(session) + "'))"))
                .isEqualTo("250");
    }

    private void age(String session, int days) throws SQLException {
        String ago = " - interval '" + days + " days'";
        execute("update session set created_at = created_at" + ago + " where id = '" + uuid(session) + "'");
        execute("update turn set asked_at = asked_at" + ago + " where session_id = '" + uuid(session) + "'");
    }

    private void copy(String session, int times) throws SQLException {
        execute("insert into session select (jsonb_populate_record(s, jsonb_build_object("
                + "'id', md5('session' || i || s.id)::uuid, 'current_turn_id', md5('turn' || i || s.id)::uuid))).*"
                + " from session s, generate_series(1, " + times + ") i where s.id = '" + uuid(session) + "'");
        execute("insert into turn select (jsonb_populate_record(t, jsonb_build_object("
                + "'id', md5('turn' || i || t.session_id)::uuid,"
                + " 'main_turn_id', md5('turn' || i || t.session_id)::uuid,"
                + " 'session_id', md5('session' || i || t.session_id)::uuid))).*"
                + " from turn t, generate_series(1, " + times + ") i where t.session_id = '" + uuid(session) + "'");
    }

    private void execute(String sql) throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            owner.update(sql);
        }
    }

    private String text(String query) throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            return owner.text(query);
        }
    }

    private static String uuid(String session) {
        return IdKind.SESSION.parse(session).orElseThrow().toString();
    }
}
