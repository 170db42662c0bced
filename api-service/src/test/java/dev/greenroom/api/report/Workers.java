package dev.greenroom.api.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Confidence;
import dev.greenroom.model.evaluation.CriterionScore;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.Improvement;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.evaluation.Settlement;
import dev.greenroom.model.evaluation.Stage;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.json.StoredJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Writes what workers would have written, since none runs here. */
final class Workers {

    private final Session database;

    Workers(Session database) {
        this.database = database;
    }

    /** What the answer said about a concept: a part of its text, or nothing when it was missed. */
    record Finding(String concept, String label, ConceptState state, String quote) {

        ConceptFinding in(String text) {
            return new ConceptFinding(concept, label, state, 2, quote.isEmpty() ? List.of() : List.of(evidence(text)));
        }

        Evidence evidence(String text) {
            int start = text.indexOf(quote);
            return Evidence.in(text, start, start + quote.length());
        }
    }

    /** Gives an answer its last word. */
    void score(String answer, String text, int points, Finding... findings) {
        store(answer, evaluation(answer, text, points, null, Stage.FINAL, findings));
    }

    void scoreForNow(String answer, String text, int points, Finding... findings) {
        store(answer, evaluation(answer, text, points, null, Stage.PRELIMINARY, findings));
    }

    /** Asks back after an answer and settles what the reply shows. */
    String askBack(String answer, String prompt, String reply, int points, Settlement settlement, Finding... findings) {
        UUID turn = TimeOrderedIds.next();
        UUID replyId = TimeOrderedIds.next();
        change(
                "insert into turn (id, tenant_id, session_id, ordinal, kind, parent_turn_id, main_turn_id, depth,"
                        + " question_id, question_version, follow_up_id, prompt, target_concepts, trigger, status,"
                        + " asked_at, row_version) select :turn, t.tenant_id, t.session_id, t.ordinal + 100,"
                        + " 'FOLLOW_UP', t.id, t.main_turn_id, t.depth + 1, t.question_id, t.question_version, 'probe',"
                        + " :prompt, '[\"select-related\"]', 'PARTIAL_CONCEPT', 'ANSWERED', now(), 1 from answer a"
                        + " join turn t on t.id = a.turn_id where a.id = :answer",
                answer,
                "turn",
                turn,
                "prompt",
                prompt);
        change(
                "insert into answer (id, tenant_id, session_id, turn_id, text, input_mode, skipped, status, submitted_at,"
                        + " attempt, failures, announced_at, announcements, row_version) select :reply, tenant_id,"
                        + " session_id, :turn, :text, 'TYPED', false, 'SCORED', now(), 1, 0, now(), 1, 1 from answer"
                        + " where id = :answer",
                answer,
                "reply",
                replyId,
                "turn",
                turn,
                "text",
                reply);
        String id = IdKind.ANSWER.format(replyId);
        store(id, evaluation(id, reply, points, settlement, Stage.FINAL, findings));
        return id;
    }

    static Settlement settled(String concept, Defence defence) {
        return new Settlement(concept, defence, null);
    }

    /** Gives an answer up. */
    void fail(String answer) {
        change("update answer set status = 'FAILED', reason = 'WORKER_LOST' where id = :answer", answer);
    }

    private void store(String answer, Evaluation body) {
        change(
                "insert into evaluation (id, tenant_id, session_id, answer_id, version, stage, status, score, body,"
                        + " created_at) select gen_random_uuid(), tenant_id, session_id, id, :version, :stage, 'SCORED',"
                        + " 1, cast(:body as jsonb), now() from answer where id = :answer",
                answer,
                "version",
                body.version(),
                "stage",
                body.stage().name(),
                "body",
                json(body));
        change(
                "update answer set status = '" + (body.stage() == Stage.FINAL ? "SCORED" : "SCORING")
                        + "' where id = :answer",
                answer);
    }

    private static Evaluation evaluation(
            String answer, String text, int points, @Nullable Settlement settlement, Stage stage, Finding... findings) {
        List<Finding> all = List.of(findings);
        return new Evaluation(
                "evl_1",
                answer,
                1,
                null,
                stage,
                EvaluationStatus.SCORED,
                null,
                Score.of(points, 6, Confidence.HIGH, false),
                List.of(
                        new CriterionScore("correctness", "Correctness", 0.75, points, "Why.", List.of()),
                        new CriterionScore("depth", "Depth", 0.25, points, "Why.", List.of())),
                all.stream().map(finding -> finding.in(text)).toList(),
                all.stream()
                        .filter(finding -> finding.state() == ConceptState.WRONG)
                        .map(finding -> error(finding, finding.evidence(text)))
                        .toList(),
                List.of(),
                all.stream()
                        .filter(finding -> finding.state() != ConceptState.COVERED)
                        .map(finding -> new Improvement(
                                finding.label() + " is to be mended.",
                                finding.concept(),
                                "Say more about " + finding.label()))
                        .toList(),
                "The model answer.",
                new Delivery(10, null, null, null),
                List.of(),
                null,
                settlement,
                new Provenance(Scorer.RUBRIC, "none", null, "technical@1", "q@1", "sha256:0", 1, null, null),
                Instant.EPOCH);
    }

    private static MisconceptionFinding error(Finding finding, Evidence evidence) {
        return new MisconceptionFinding(
                finding.concept(), evidence.quote(), evidence.start(), evidence.end(), "It is the other way round.");
    }

    private static String json(Evaluation body) {
        try {
            return StoredJson.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String sql, String answer, Object... namesAndValues) {
        QuarkusTransaction.requiringNew().run(() -> {
            var statement = database.createNativeMutationQuery(sql)
                    .setParameter("answer", IdKind.ANSWER.parse(answer).orElseThrow());
            for (int i = 0; i < namesAndValues.length; i += 2) {
                statement.setParameter((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            statement.executeUpdate();
        });
    }
}
