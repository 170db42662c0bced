package dev.greenroom.worker.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.bank.QuestionBank;
import dev.greenroom.worker.fixtures.Bank;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.Tables;
import dev.greenroom.worker.fixtures.WorkerTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class TrialTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Question QUESTION = Bank.orm().getFirst();
    private static final String SAMPLE = "Chaining filters sends nothing to the database until I iterate.";

    @Inject
    DataSource dataSource;

    @Inject
    QuestionBank bank;

    @Inject
    Assessor assessor;

    private Tables tables;

    @BeforeEach
    void open() {
        tables = new Interviews(dataSource).tables();
    }

    @Test
    void scoresASampleLikeAnAnswer() throws JsonProcessingException {
        // given
        var key = AnswerKey.of(
                Bank.ref(QUESTION),
                QUESTION,
                bank.requireRubric(QUESTION.rubric().id()));
        JsonNode expected = StoredJson.MAPPER.valueToTree(assessor.assess(key, AnswerInput.typed(SAMPLE)));

        // when
        UUID trial = store(Bank.ref(QUESTION), null, "1h");

        // then
        JsonNode result = new ObjectMapper().readTree(awaitResult(trial));
        assertThat(result.path("score")).isEqualTo(expected.path("score"));
        assertThat(result.path("concepts")).isEqualTo(expected.path("concepts"));
    }

    @Test
    void scoresASampleForAFollowUp() throws JsonProcessingException {
        // given
        String followUp = QUESTION.followUps().getFirst().id();

        // when
        UUID trial = store(Bank.ref(QUESTION), followUp, "1h");

        // then
        JsonNode result = new ObjectMapper().readTree(awaitResult(trial));
        assertThat(result.at("/provenance/question").asText()).isEqualTo(Bank.ref(QUESTION) + "/" + followUp);
    }

    @Test
    void saysThatItIsDoneWithAQuestionThatNobodyCanScore() {
        // when
        UUID trial = store(Bank.UNREADABLE, null, "1h");

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(column(trial, "done_at")).isNotNull());
        assertThat(column(trial, "result")).isNull();
    }

    @Test
    void forgetsWhatNobodyWaitsFor() {
        // when
        UUID trial = store(Bank.ref(QUESTION), null, "-1s");

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                tables.list("select id from trial where id = ?", row -> row.getString(1), trial))
                        .isEmpty());
    }

    private UUID store(QuestionRef question, @Nullable String followUp, String expiresIn) {
        UUID id = UUID.randomUUID();
        tables.update("""
                insert into trial (id, tenant_id, question_id, question_version, follow_up_id, text, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, now(), now() + ?::interval)""", id, UUID.randomUUID(), question.id(), question.version(), followUp, SAMPLE, expiresIn);
        return id;
    }

    private String awaitResult(UUID trial) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(column(trial, "result")).isNotNull());
        return String.valueOf(column(trial, "result"));
    }

    private @Nullable String column(UUID trial, String name) {
        return tables.list("select " + name + " from trial where id = ?", row -> row.getString(1), trial)
                .getFirst();
    }
}
