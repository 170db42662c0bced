package dev.greenroom.api.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads what is known of a candidate. */
@ApplicationScoped
class CandidateHistories {

    private final org.hibernate.Session database;

    CandidateHistories(org.hibernate.Session database) {
        this.database = database;
    }

    CandidateHistory of(UUID tenant, @Nullable String candidateRef, String topic) {
        return candidateRef == null
                ? CandidateHistory.NONE
                : new CandidateHistory(
                        timesAsked(tenant, candidateRef, topic),
                        mastery("m.question_id", tenant, candidateRef, topic),
                        mastery("q.section_id", tenant, candidateRef, topic));
    }

    private Map<String, Integer> timesAsked(UUID tenant, String candidateRef, String topic) {
        var query = database.createNativeQuery(
                "select t.question_id, cast(count(*) as int) from session s join turn t on t.session_id = s.id"
                        + " where s.tenant_id = :tenant and s.candidate_ref = :candidate and s.topic_id = :topic"
                        + " and t.kind = 'MAIN' group by t.question_id",
                Object[].class);
        return bind(query, tenant, candidateRef, topic)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }

    private Map<String, Double> mastery(String by, UUID tenant, String candidateRef, String topic) {
        var query = database.createNativeQuery(
                "select " + by + ", avg(m.value) from mastery m join question q on q.id = m.question_id"
                        + " where m.tenant_id = :tenant and m.candidate_ref = :candidate and q.topic_id = :topic"
                        + " group by " + by,
                Object[].class);
        return bind(query, tenant, candidateRef, topic)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Double) row[1]));
    }

    private static SelectionQuery<Object[]> bind(
            SelectionQuery<Object[]> query, UUID tenant, String candidateRef, String topic) {
        return query.setParameter("tenant", tenant)
                .setParameter("candidate", candidateRef)
                .setParameter("topic", topic);
    }
}
