package dev.greenroom.worker.writing;

import static dev.greenroom.worker.fixtures.Assessments.finding;
import static dev.greenroom.worker.fixtures.Assessments.worth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.localstack.EmbeddedPostgres;
import dev.greenroom.localstack.GreenroomTestResource;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import dev.greenroom.worker.lease.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to the result of an answer whose interview is erased meanwhile, as the API erases: lock, then delete. */
@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class ErasureTest {

    // One each: a shared pool may have no second one.
    private static final Executor THREADS = Thread::startVirtualThread;

    private static final int ATTEMPT = 4;
    private static final List<String> TABLES =
            List.of("session", "turn", "answer", "evaluation", "interview_event", "mastery");

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager entities;

    @Inject
    ResultWriting writing;

    private Interviews interviews;
    private StoredAnswer answer;
    private String candidate;
    private ScoredAnswer result;

    @BeforeEach
    void scoreAnAnswer() {
        interviews = new Interviews(dataSource);
        answer = interviews.anAnswer().scoring(ATTEMPT, "5h").stored();
        candidate = "candidate-" + answer.session();
        interviews.tables().update("update session set candidate_ref = ? where id = ?", candidate, answer.session());
        result = QuarkusTransaction.requiringNew().call(this::result);
    }

    private ScoredAnswer result() {
        entities.createNativeQuery("select set_config('greenroom.tenant', :tenant, true)")
                .setParameter("tenant", answer.tenant().toString())
                .getSingleResult();
        return new ScoredAnswer(
                new Claim(answer.id(), ATTEMPT),
                entities.find(Answer.class, answer.id()),
                entities.find(Turn.class, answer.turn()),
                null,
                worth(60, finding("laziness", ConceptState.COVERED)),
                Optional.empty());
    }

    @Test
    void aResultThatComesDuringAnErasureWaitsForItAndComesToNothing() throws SQLException {
        // given
        try (Connection erasure = asOwner()) {
            erasure.setAutoCommit(false);
            erase(erasure);

            // when
            CompletableFuture<Boolean> written = CompletableFuture.supplyAsync(() -> writing.write(result), THREADS);
            awaitSomebodyWhoWaitsForALock();
            assertThat(written).isNotDone();
            erasure.commit();

            // then
            assertThat(written.join()).isFalse();
        }
        assertThat(leftIn()).isEmpty();
    }

    @Test
    void anErasureThatComesDuringTheWritingOfAResultTakesItAlong() throws SQLException {
        // given
        CompletableFuture<Boolean> written;
        CompletableFuture<Void> erased;
        try (Connection brake = asOwner()) {
            brake.setAutoCommit(false);
            brake.createStatement().execute("lock table interview_event in share mode");
            written = CompletableFuture.supplyAsync(() -> writing.write(result), THREADS);
            awaitSomebodyWhoWaitsForALock();

            // when
            erased = CompletableFuture.runAsync(this::eraseNow, THREADS);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 2);
            brake.commit();
        }

        // then
        assertThat(written.join()).isTrue();
        erased.join();
        assertThat(leftIn()).isEmpty();
    }

    @Test
    void nothingComesBackOfAnInterviewThatIsGone() {
        // given
        eraseNow();

        // when
        boolean written = writing.write(result);
        boolean givenUp = writing.giveUp(new Claim(answer.id(), ATTEMPT), FailureReason.SCORING_FAILED);
        var preliminary = writing.writePreliminary(result);

        // then
        assertThat(written).isFalse();
        assertThat(givenUp).isFalse();
        assertThat(preliminary).isEmpty();
        assertThat(leftIn()).isEmpty();
    }

    @Test
    void anOpinionOnAnErasedAnswerComesToNothing() {
        // given
        ScoredAnswer opinion =
                result.after(writing.writePreliminary(result).orElseThrow()).by(worth(80));
        assertThat(leftIn()).containsExactlyElementsOf(TABLES);
        eraseNow();

        // when
        boolean written = writing.write(opinion);

        // then
        assertThat(written).isFalse();
        assertThat(leftIn()).isEmpty();
    }

    /** A connection of whoever owns the tables. */
    private static Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                GreenroomTestResource.postgres().jdbcUrl(), EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD);
    }

    private void eraseNow() {
        try (Connection connection = asOwner()) {
            connection.setAutoCommit(false);
            erase(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void erase(Connection connection) throws SQLException {
        execute(connection, "select id from session where id = ? for update", answer.session());
        execute(connection, "delete from mastery where candidate_ref = ?", candidate);
        execute(connection, "delete from session where id = ?", answer.session());
    }

    private static void execute(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            statement.execute();
        }
    }

    private void awaitSomebodyWhoWaitsForALock() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 1);
    }

    private int waiting() {
        return interviews
                .tables()
                .list(
                        "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
                        row -> row.getInt(1))
                .size();
    }

    /** The tables in which anything is left of the interview. */
    private List<String> leftIn() {
        return TABLES.stream()
                .filter(table -> !interviews
                        .tables()
                        .list(
                                "select 1 from " + table + " as r where strpos(r::text, ?) > 0",
                                row -> row.getInt(1),
                                answer.session().toString())
                        .isEmpty())
                .toList();
    }
}
