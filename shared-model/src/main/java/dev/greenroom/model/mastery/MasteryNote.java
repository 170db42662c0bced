package dev.greenroom.model.mastery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.json.StoredJson;
import java.util.Comparator;
import java.util.List;

/**
 * The statement that takes note of what an answer has shown, for a candidate who has a name.
 *
 * <p>The newest observation counts {@code 0.4}, so that four good answers outweigh any past. A better evaluation of the
 * answer that was observed last takes the place of that observation; of an older answer, it comes too late to count.
 */
public final class MasteryNote {

    /**
     * Takes {@code tenant}, {@code candidate}, {@code question}, {@code answer}, {@code now}, {@code findings} as {@link
     * #findings} writes them, and {@code again}: whether the answer had an evaluation before.
     */
    public static final String SQL = """
            insert into mastery as known (tenant_id, candidate_ref, question_id, concept_id, label, value, observations,
                last_state, answer_id, first_seen_at, updated_at)
            select :tenant, :candidate, :question, f.concept, f.label, f.value, 1, f.state, :answer, :now, :now
            from jsonb_to_recordset(cast(:findings as jsonb))
                as f (concept text, label text, value double precision, state text)
            on conflict (tenant_id, candidate_ref, question_id, concept_id) do update set
                value_before = case when known.answer_id = excluded.answer_id then known.value_before else known.value end,
                value = case
                    when known.answer_id <> excluded.answer_id then known.value + 0.4 * (excluded.value - known.value)
                    when known.value_before is null then excluded.value
                    else known.value_before + 0.4 * (excluded.value - known.value_before) end,
                observations = known.observations + case when known.answer_id = excluded.answer_id then 0 else 1 end,
                label = excluded.label, last_state = excluded.last_state, answer_id = excluded.answer_id,
                updated_at = excluded.updated_at
            where known.answer_id = excluded.answer_id or not :again""";

    private MasteryNote() {}

    /** In the order of the concepts' ids: two interviews of one candidate then never wait for each other's rows. */
    public static String findings(List<ConceptFinding> findings) {
        try {
            return StoredJson.MAPPER.writeValueAsString(findings.stream()
                    .sorted(Comparator.comparing(ConceptFinding::id))
                    .map(Observation::of)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Observation(String concept, String label, double value, ConceptState state) {

        static Observation of(ConceptFinding finding) {
            return new Observation(finding.id(), finding.label(), value(finding.state()), finding.state());
        }

        private static double value(ConceptState state) {
            return switch (state) {
                case COVERED -> 1;
                case PARTIAL -> 0.5;
                case MISSED, WRONG -> 0;
            };
        }
    }
}
