package dev.greenroom.api.operation;

import static dev.greenroom.api.ApiTest.answer;
import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.currentTurn;
import static dev.greenroom.api.ApiTest.sending;
import static dev.greenroom.api.ApiTest.startSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.greenroom.localstack.EmbeddedPostgres;
import dev.greenroom.localstack.GreenroomTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdmissionResourceTest {

    private static final String DJANGO = "{\"topic\": \"django\"}";

    @Inject
    BacklogReading reading;

    @Inject
    AdmissionSettings settings;

    @Inject
    AgroalDataSource database;

    @Test
    void hasThreadsForAllWhoMayWaitForTheDatabaseSoThatTheyAreCounted() {
        int threads = ConfigProvider.getConfig().getValue("quarkus.thread-pool.max-threads", Integer.class);
        int connections =
                database.getConfiguration().connectionPoolConfiguration().maxSize();

        assertThat(threads).isGreaterThan(settings.waitingForDatabase() + connections);
    }

    @Test
    void beginsNoInterviewsWhileTooManyAnswersWaitAndLetsOthersGoOn() throws SQLException {
        String session = startSession(DJANGO);
        String answer = answer(currentTurn(session), "It is lazy.");
        waiting(settings.backlogForSessions());
        try {
            isOverloaded(sending(DJANGO).post("/v1/sessions"), "30");
            asTenant().get("/v1/sessions/" + session).then().statusCode(200);
            sending(answer).post("/v1/sessions/" + session + "/answers").then().statusCode(202);
        } finally {
            waitingAsItIs();
        }
        sending(DJANGO).post("/v1/sessions").then().statusCode(201);
    }

    @Test
    void takesNoAnswersWhileFarTooManyWaitAndNothingIsHalfDone() throws SQLException {
        String session = startSession(DJANGO);
        String turn = currentTurn(session);
        waiting(settings.backlogForAnswers());
        try {
            isOverloaded(
                    sending(answer(turn, "It is lazy."))
                            .header("Idempotency-Key", turn)
                            .post("/v1/sessions/" + session + "/answers"),
                    "30");
            isOverloaded(sending("{\"reason\": \"dispute\"}").post("/v1/answers/ans_0/rescore"), "30");
            asTenant().get("/v1/sessions/" + session).then().body("currentTurnId", is(turn));
        } finally {
            waitingAsItIs();
        }
        sending(answer(turn, "It is lazy."))
                .header("Idempotency-Key", turn)
                .post("/v1/sessions/" + session + "/answers")
                .then()
                .statusCode(202);
    }

    @Test
    void turnsRequestsAwayWhileTooManyWaitForTheDatabase() throws Exception {
        List<Connection> all = new ArrayList<>();
        List<Future<Boolean>> others = new ArrayList<>();
        try (ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                takeAll(all);
                for (int i = 0; i < settings.waitingForDatabase(); i++) {
                    others.add(waiting.submit(this::useTheDatabase));
                }
                Awaitility.await()
                        .atMost(Duration.ofSeconds(2))
                        .until(() -> database.getMetrics().awaitingCount() >= settings.waitingForDatabase());

                isOverloaded(asTenant().get("/v1/topics"), "2");
                isOverloaded(sending(DJANGO).post("/v1/sessions"), "2");
            } finally {
                for (Connection connection : all) {
                    connection.close();
                }
            }
        }

        for (Future<Boolean> other : others) {
            assertThat(other.get()).isTrue();
        }
        asTenant().get("/v1/topics").then().statusCode(200);
    }

    private boolean useTheDatabase() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1);
        }
    }

    private static void isOverloaded(Response response, String retryAfter) {
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", is(retryAfter))
                .body("code", is("overloaded"));
    }

    private void takeAll(List<Connection> all) throws SQLException {
        long max = database.getConfiguration().connectionPoolConfiguration().maxSize();
        for (int i = 0; i < max; i++) {
            all.add(database.getConnection());
        }
        assertThat(database.getMetrics().availableCount()).isZero();
    }

    /** As the view would show it; with so many real answers the test would take minutes. */
    private void waiting(int answers) throws SQLException {
        execute("alter view backlog rename to backlog_kept");
        execute("create view backlog as select " + answers + " as waiting, retrying, scoring, failed, unreadable,"
                + " oldest_seconds from backlog_kept");
        reading.read();
    }

    private void waitingAsItIs() throws SQLException {
        execute("drop view backlog");
        execute("alter view backlog_kept rename to backlog");
        reading.read();
    }

    private void execute(String sql) throws SQLException {
        String url = GreenroomTestResource.postgres().jdbcUrl();
        try (Connection owner = DriverManager.getConnection(url, EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
