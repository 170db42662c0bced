package dev.greenroom.api.privacy;

import dev.greenroom.model.id.IdKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The one place that knows all tables which hold something of an interview. A new table of that kind either has a foreign
 * key with {@code on delete cascade} to session, turn or answer, or a statement in {@link #STATEMENTS};
 * {@code ErasureResourceTest} searches every table for what an erasure has left behind.
 */
@ApplicationScoped
class SessionRemains {

    // What a tenant has used stays known when the sessions are gone: numbers, and nobody's words.
    private static final String KEEP_COUNTS = """
            insert into usage_day as u (tenant_id, day, judge_calls, prompt_tokens, completion_tokens, cost,
                erased_sessions, erased_answers)
            select tenant_id, day, 0, 0, 0, 0, sum(sessions), sum(answers) from (
                select tenant_id, cast(created_at at time zone 'UTC' as date) as day, 1 as sessions, 0 as answers
                from session where id in (:sessions)
                union all
                select tenant_id, cast(submitted_at at time zone 'UTC' as date), 0, 1
                from answer where session_id in (:sessions)) as counted
            group by tenant_id, day order by tenant_id, day
            on conflict (tenant_id, day) do update set erased_sessions = u.erased_sessions + excluded.erased_sessions,
                erased_answers = u.erased_answers + excluded.erased_answers""";

    // What was last learnt from these answers. Locked in the order in which workers lock it.
    private static final String MASTERY = """
            with doomed as (
                select m.tenant_id, m.candidate_ref, m.question_id, m.concept_id from session s
                join mastery m on m.tenant_id = s.tenant_id and m.candidate_ref = s.candidate_ref
                join answer a on a.id = m.answer_id and a.session_id = s.id
                where s.id in (:sessions)
                order by m.tenant_id, m.candidate_ref, m.question_id, m.concept_id for update of m)
            delete from mastery using doomed where mastery.tenant_id = doomed.tenant_id
                and mastery.candidate_ref = doomed.candidate_ref and mastery.question_id = doomed.question_id
                and mastery.concept_id = doomed.concept_id""";

    private static final String RESPONSES = "delete from idempotency_record where session_id in (:sessions)";

    // Only ids. A message that is being sent right now is left to the relay, for which an erasure must not wait.
    private static final String MESSAGES = """
            delete from outbox where id in (
                select id from outbox where key in (select cast(id as text) from session where id in (:sessions))
                for update skip locked)""";

    // Turns, drafts, answers, evaluations, events and reasons for rescoring go by their foreign keys.
    private static final String SESSIONS = "delete from session where id in (:sessions)";

    private static final List<String> STATEMENTS = List.of(MASTERY, KEEP_COUNTS, RESPONSES, MESSAGES, SESSIONS);

    // Those that the release before has kept, without saying which session they are about.
    private static final String OLDER_RESPONSES = """
            delete from idempotency_record r where r.session_id is null
                and r.tenant_id in (select tenant_id from session where id in (:sessions))
                and exists (select 1 from unnest(string_to_array(:names, ' ')) as name
                    where r.body like '%' || name || '%' or r.location like '%' || name || '%')""";

    private final Session database;

    SessionRemains(Session database) {
        this.database = database;
    }

    /** Deletes the sessions, which the caller's transaction has locked, with all that was made of them. */
    void delete(List<UUID> sessions) {
        if (!sessions.isEmpty()) {
            deleteOlderResponses(sessions);
            STATEMENTS.forEach(statement -> database.createNativeMutationQuery(statement)
                    .setParameterList("sessions", sessions)
                    .executeUpdate());
        }
    }

    private void deleteOlderResponses(List<UUID> sessions) {
        database.createNativeMutationQuery(OLDER_RESPONSES)
                .setParameterList("sessions", sessions)
                .setParameter(
                        "names", sessions.stream().map(IdKind.SESSION::format).collect(Collectors.joining(" ")))
                .executeUpdate();
    }
}
