package dev.greenroom.worker.writing;

import static dev.greenroom.worker.fixtures.Assessments.finding;
import static dev.greenroom.worker.fixtures.Assessments.worth;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.interview.Adaptation;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.worker.database.Tenants;
import dev.greenroom.worker.fixtures.Bank;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.fixtures.TurnRow;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import dev.greenroom.worker.lease.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class AdaptiveInterviewTest {

    private static final int ATTEMPT = 4;
    private static final QuestionRef EASY = Bank.ref(Bank.orm().get(1));
    private static final QuestionRef FIRST = Bank.ref(Bank.orm().getFirst());
    private static final QuestionRef AS_HARD = Bank.ref(Bank.orm().get(2));
    private static final QuestionRef HARD = Bank.ref(Bank.orm().get(3));

    @Inject
    DataSource dataSource;

    @Inject
    EntityManager entities;

    @Inject
    Tenants tenants;

    @Inject
    ResultWriting writing;

    private Interviews interviews;

    @BeforeEach
    void open() {
        interviews = new Interviews(dataSource);
    }

    @Test
    void asksAHarderQuestionAfterTheSecondStrongThread() {
        // given
        StoredAnswer answer = adaptive(1);

        // when
        write(scored(answer.id(), answer.turn(), 88, Optional.empty()));

        // then
        assertThat(asked(answer)).containsExactly(HARD.id());
    }

    @Test
    void asksAnEasierQuestionAfterTheSecondWeakThread() {
        // given
        StoredAnswer answer = adaptive(-1);

        // when
        write(scored(answer.id(), answer.turn(), 12, Optional.empty()));

        // then
        assertThat(asked(answer)).containsExactly(EASY.id());
    }

    @Test
    void staysAtItsLevelAfterAThreadThatFailed() {
        // given
        StoredAnswer answer = adaptive(1);

        // when
        writing.giveUp(new Claim(answer.id(), ATTEMPT), FailureReason.SCORING_FAILED);

        // then
        assertThat(asked(answer)).containsExactly(AS_HARD.id());
    }

    @Test
    void judgesAThreadByAllOfItsTurns() {
        // given
        StoredAnswer answer = adaptive(1);
        write(scored(answer.id(), answer.turn(), 88, Optional.of(aProbe())));
        UUID followUp = interviews.askedTurns(answer).getFirst().id();
        UUID reply = answerTo(followUp, answer);

        // when
        write(scored(reply, followUp, 32, Optional.empty()));

        // then
        assertThat(asked(answer)).containsExactly(FIRST.id(), AS_HARD.id());
    }

    /** An answer to the first question, in the middle, of an interview with such a streak. */
    private StoredAnswer adaptive(int streak) {
        StoredAnswer answer = interviews
                .anAnswer()
                .asking(FIRST, AS_HARD, HARD)
                .scoring(ATTEMPT, "5h")
                .stored();
        Adaptation adaptation = new Adaptation(
                Level.MID,
                streak,
                Map.of(Level.JUNIOR, List.of(EASY), Level.MID, List.of(FIRST, AS_HARD), Level.SENIOR, List.of(HARD)),
                Map.of(Level.MID, 1));
        interviews
                .tables()
                .update("update session set adaptation = ?::jsonb where id = ?", json(adaptation), answer.session());
        return answer;
    }

    private static Probe aProbe() {
        FollowUp followUp = Bank.orm().getFirst().followUps().getFirst();
        return new Probe(followUp, List.of(), Trigger.PARTIAL_CONCEPT);
    }

    private UUID answerTo(UUID turn, StoredAnswer like) {
        UUID id = UUID.randomUUID();
        interviews.tables().update("""
                        insert into answer (id, tenant_id, session_id, turn_id, text, input_mode, skipped, status,
                            submitted_at, attempt, failures, lease_expires_at, announced_at, announcements, row_version)
                        select ?, tenant_id, session_id, ?, text, input_mode, skipped, 'SCORING', submitted_at, attempt,
                            failures, now() + interval '5h', announced_at, announcements, 1 from answer where id = ?""", id, turn, like.id());
        return id;
    }

    private ScoredAnswer scored(UUID answer, UUID turn, int points, Optional<Probe> probe) {
        return QuarkusTransaction.requiringNew().call(() -> {
            tenants.enterThoseOf(List.of(answer));
            return new ScoredAnswer(
                    new Claim(answer, ATTEMPT),
                    entities.find(Answer.class, answer),
                    entities.find(Turn.class, turn),
                    null,
                    worth(points, finding("laziness", ConceptState.PARTIAL)),
                    probe);
        });
    }

    private void write(ScoredAnswer result) {
        try (ResultWriting.ExpectedResult expected = writing.expect()) {
            assertThat(expected.write(result)).isTrue();
        }
    }

    private List<String> asked(StoredAnswer answer) {
        return interviews.askedTurns(answer).stream().map(TurnRow::questionId).toList();
    }

    private static String json(Object value) {
        try {
            return StoredJson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
