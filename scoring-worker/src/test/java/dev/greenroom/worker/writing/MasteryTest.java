package dev.greenroom.worker.writing;

import static dev.greenroom.worker.fixtures.Assessments.finding;
import static dev.greenroom.worker.fixtures.Assessments.worth;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.database.Tenants;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import dev.greenroom.worker.lease.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class MasteryTest {

    private static final int ATTEMPT = 4;

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager entities;

    @Inject
    Tenants tenants;

    @Inject
    ResultWriting writing;

    private final String candidate = "candidate-" + UUID.randomUUID();

    private Interviews interviews;

    @BeforeEach
    void open() {
        interviews = new Interviews(dataSource);
    }

    @Test
    void keepsWhatACandidateMasters() {
        // when
        write(
                answerOf(candidate),
                worth(
                        60,
                        finding("laziness", ConceptState.COVERED),
                        finding("cache", ConceptState.PARTIAL),
                        finding("triggers", ConceptState.MISSED),
                        finding("clones", ConceptState.WRONG)));

        // then
        assertThat(mastery())
                .containsExactly(
                        new Known("cache", 0.5, 1, "PARTIAL"),
                        new Known("clones", 0, 1, "WRONG"),
                        new Known("laziness", 1, 1, "COVERED"),
                        new Known("triggers", 0, 1, "MISSED"));
    }

    @Test
    void theNewestAnswerCountsMost() {
        // given
        write(answerOf(candidate), worth(10, finding("laziness", ConceptState.MISSED)));

        // when
        write(answerOf(candidate), worth(90, finding("laziness", ConceptState.COVERED)));

        // then
        assertThat(mastery()).containsExactly(new Known("laziness", 0.4, 2, "COVERED"));
    }

    @Test
    void aBetterEvaluationTakesThePlaceOfTheFirst() {
        // given
        write(answerOf(candidate), worth(10, finding("laziness", ConceptState.MISSED)));
        StoredAnswer second = answerOf(candidate);
        write(second, worth(50, finding("laziness", ConceptState.PARTIAL)));

        // when
        write(claimedAgain(second), worth(90, finding("laziness", ConceptState.COVERED)));

        // then
        assertThat(mastery()).containsExactly(new Known("laziness", 0.4, 2, "COVERED"));
    }

    @Test
    void aBetterEvaluationOfTheOnlyAnswerReplacesItWhole() {
        // given
        StoredAnswer only = answerOf(candidate);
        write(only, worth(10, finding("laziness", ConceptState.MISSED)));

        // when
        write(claimedAgain(only), worth(90, finding("laziness", ConceptState.COVERED)));

        // then
        assertThat(mastery()).containsExactly(new Known("laziness", 1, 1, "COVERED"));
    }

    @Test
    void anOldAnswerThatIsScoredOnceMoreComesTooLate() {
        // given
        StoredAnswer old = answerOf(candidate);
        write(old, worth(10, finding("laziness", ConceptState.MISSED)));
        write(answerOf(candidate), worth(50, finding("laziness", ConceptState.PARTIAL)));

        // when
        write(claimedAgain(old), worth(90, finding("laziness", ConceptState.COVERED)));

        // then
        assertThat(mastery()).containsExactly(new Known("laziness", 0.2, 2, "PARTIAL"));
    }

    @Test
    void keepsNothingOfACandidateWithoutAName() {
        // given
        int before = rows();

        // when
        write(answerOf(null), worth(90, finding("laziness", ConceptState.COVERED)));

        // then
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void keepsNothingOfAResultThatCameTooLate() {
        // given
        StoredAnswer answer = answerOf(candidate);
        interviews.tables().update("update answer set attempt = 5 where id = ?", answer.id());

        // when
        boolean written = write(answer, worth(90, finding("laziness", ConceptState.COVERED)));

        // then
        assertThat(written).isFalse();
        assertThat(mastery()).isEmpty();
    }

    private StoredAnswer answerOf(@Nullable String candidateRef) {
        StoredAnswer answer = interviews.anAnswer().scoring(ATTEMPT, "5h").stored();
        interviews.tables().update("update session set candidate_ref = ? where id = ?", candidateRef, answer.session());
        return answer;
    }

    private StoredAnswer claimedAgain(StoredAnswer answer) {
        interviews
                .tables()
                .update("update answer set status = 'SCORING', attempt = ? where id = ?", ATTEMPT, answer.id());
        return answer;
    }

    private boolean write(StoredAnswer stored, Assessment assessment) {
        var previous = interviews.evaluations(stored);
        ScoredAnswer scored = QuarkusTransaction.requiringNew().call(() -> {
            tenants.enterThoseOf(List.of(stored.id()));
            return new ScoredAnswer(
                    new Claim(stored.id(), ATTEMPT),
                    entities.find(Answer.class, stored.id()),
                    entities.find(Turn.class, stored.turn()),
                    previous.isEmpty() ? null : previous.getLast(),
                    assessment,
                    Optional.empty());
        });
        try (ResultWriting.ExpectedResult expected = writing.expect()) {
            return expected.write(scored);
        }
    }

    private List<Known> mastery() {
        return interviews
                .tables()
                .list(
                        "select * from mastery where candidate_ref = ? order by concept_id",
                        row -> new Known(
                                row.getString("concept_id"),
                                row.getDouble("value"),
                                row.getInt("observations"),
                                row.getString("last_state")),
                        candidate);
    }

    private int rows() {
        return interviews
                .tables()
                .list("select count(*) from mastery", row -> row.getInt(1))
                .getFirst();
    }

    private record Known(String concept, double value, int observations, String lastState) {}
}
