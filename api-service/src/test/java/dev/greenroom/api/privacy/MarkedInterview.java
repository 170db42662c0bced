package dev.greenroom.api.privacy;

import static dev.greenroom.api.ApiTest.asTenant;
import static dev.greenroom.api.ApiTest.currentTurn;
import static dev.greenroom.api.ApiTest.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.api.OwnersConnection;
import dev.greenroom.model.evaluation.Confidence;
import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.evaluation.Strength;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.json.StoredJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An interview with the same unmistakable word wherever a candidate, or feedback that quotes one, can write. */
record MarkedInterview(String word, String session, String answer, String openTurn) {

    private static final String QUESTION = "django-orm-n-plus-one";

    private static final String ANSWER = """
            {"turnId": "TURN", "text": "I say WORD.", "inputMode": "SPOKEN", "durationMs": 74000,
             "speech": {"engine": "WORD", "confidence": 0.9, "words": [
               {"text": "WORD", "startMs": 1, "endMs": 2, "confidence": 0.97}]}}""";

    /** The name of the candidate, which holds the word too. */
    String candidate() {
        return "candidate-" + word;
    }

    static MarkedInterview play(String mode) throws SQLException {
        String word = "canary" + UUID.randomUUID().toString().replace("-", "");
        String session = send(word, "start", "/v1/sessions", """
                {"topic": "django", "questions": ["%s"], "candidateRef": "candidate-WORD", "mode": "%s",
                 "metadata": {"note": "WORD"}}""".formatted(QUESTION, mode));
        String turn = currentTurn(session);
        draft(word, session, turn);
        String answer = send(word, "answer", "/v1/sessions/" + session + "/answers", ANSWER.replace("TURN", turn));
        String followUp = score(word, answer);
        send(word, "rescore", "/v1/answers/" + answer + "/rescore", "{\"reason\": \"WORD\"}");
        draft(word, session, followUp);
        return new MarkedInterview(word, session, answer, followUp);
    }

    private static String send(String word, String step, String path, String body) {
        return sending(body.replace("WORD", word))
                .header("Idempotency-Key", step + "-" + word)
                .post(path)
                .path("id");
    }

    private static void draft(String word, String session, String turn) {
        sending("{\"text\": \"I might say " + word + "\"}")
                .put("/v1/sessions/" + session + "/turns/" + turn + "/draft")
                .then()
                .statusCode(201);
    }

    /** What a worker does, with a follow-up in the words of the candidate; returns the follow-up's turn. */
    private static String score(String word, String answer) throws SQLException {
        UUID id = IdKind.ANSWER.parse(answer).orElseThrow();
        UUID turn = TimeOrderedIds.next();
        try (Connection connection = OwnersConnection.open()) {
            connection.setAutoCommit(false);
            writeResult(connection, word, id, turn);
            connection.commit();
        }
        return IdKind.TURN.format(turn);
    }

    static void writeResult(Connection connection, String word, UUID answer, UUID turn) throws SQLException {
        execute(
                connection,
                "select 1 from session where id = (select session_id from answer where id = ?) for update",
                answer);
        execute(connection, "update answer set status = 'SCORED' where id = ?", answer);
        execute(connection, """
                insert into evaluation (id, tenant_id, session_id, answer_id, version, stage, status, score, body, created_at)
                select gen_random_uuid(), tenant_id, session_id, id, 1, 'FINAL', 'SCORED', 72, ?::jsonb, now()
                from answer where id = ?""", evaluation(word, answer), answer);
        execute(connection, """
                insert into turn (id, tenant_id, session_id, ordinal, kind, parent_turn_id, main_turn_id, depth, question_id,
                    question_version, follow_up_id, prompt, target_concepts, trigger, status, asked_at, row_version)
                select ?, t.tenant_id, t.session_id, 2, 'FOLLOW_UP', t.id, t.id, 1, t.question_id, t.question_version, 'probe',
                    'You said ' || ?, '[]', 'PARTIAL_CONCEPT', 'ASKED', now(), 1
                from answer a join turn t on t.id = a.turn_id where a.id = ?""", turn, word, answer);
        execute(
                connection,
                "update session set current_turn_id = ?, turn_count = 2, row_version = row_version + 1"
                        + " where id = (select session_id from answer where id = ?)",
                turn,
                answer);
        execute(connection, """
                insert into mastery (tenant_id, candidate_ref, question_id, concept_id, label, value, observations, last_state,
                    answer_id, first_seen_at, updated_at)
                select s.tenant_id, s.candidate_ref, ?, 'query-per-object', 'A label', 0.5, 1, 'PARTIAL', a.id, now(), now()
                from answer a join session s on s.id = a.session_id where a.id = ?""", QUESTION, answer);
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static String evaluation(String word, UUID answer) {
        Evaluation evaluation = new Evaluation(
                IdKind.EVALUATION.format(TimeOrderedIds.next()),
                IdKind.ANSWER.format(answer),
                1,
                null,
                Stage.FINAL,
                EvaluationStatus.SCORED,
                null,
                Score.of(72, 4, Confidence.HIGH, false),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Strength("You said " + word, "query-per-object")),
                List.of(),
                "What a strong candidate says.",
                new Delivery(3, null, null, null),
                List.of(),
                null,
                null,
                new Provenance(
                        Scorer.RUBRIC, "model", null, "technical@1", QUESTION + "@1", "sha256:0", 41, null, null),
                Instant.EPOCH);
        try {
            return StoredJson.MAPPER.writeValueAsString(evaluation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the interview. */
    void complete() {
        asTenant().post("/v1/sessions/" + session + "/complete").then().statusCode(200);
    }
}
