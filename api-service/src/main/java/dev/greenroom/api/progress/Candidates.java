package dev.greenroom.api.progress;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.progress.ProgressView.Place;
import dev.greenroom.model.evaluation.ConceptState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tenant's candidates. What an interview that keeps its feedback back has shown is left out until it
 * is over.
 */
@ApplicationScoped
public class Candidates {

    private static final String WITHHELD = "s.mode = 'INTERVIEW' and s.status = 'IN_PROGRESS'";

    private static final String CONCEPTS = "select q.topic_id, q.section_id, q.slug, m.concept_id, m.label,"
            + " m.value, m.observations, m.last_state, m.first_seen_at, m.updated_at"
            + " from mastery m join question q on q.id = m.question_id"
            + " where m.tenant_id = :tenant and m.candidate_ref = :candidate"
            + " and (cast(:topic as text) is null or q.topic_id = :topic)"
            + " and not exists (select 1 from answer a join session s on s.id = a.session_id"
            + " where a.id = m.answer_id and " + WITHHELD + ")"
            + " order by q.topic_id, q.section_id, q.position, q.slug, m.concept_id";

    private static final String HISTORY = "select q.topic_id, q.section_id,"
            + " cast(a.submitted_at at time zone 'UTC' as date) as day, cast(count(*) as int) as answers,"
            + " cast(round(avg(e.score)) as int) as mean_score"
            + " from session s join answer a on a.session_id = s.id join turn t on t.id = a.turn_id"
            + " join question q on q.id = t.question_id join evaluation e on e.answer_id = a.id"
            + " and e.version = (select max(x.version) from evaluation x where x.answer_id = a.id)"
            + " where s.tenant_id = :tenant and s.candidate_ref = :candidate"
            + " and (cast(:topic as text) is null or q.topic_id = :topic)"
            + " and e.score is not null and not (" + WITHHELD + ")"
            + " group by q.topic_id, q.section_id, day order by day";

    private final Session database;

    Candidates(Session database) {
        this.database = database;
    }

    /** How the candidate does in one topic, or in all. */
    @Transactional
    ProgressView progress(UUID tenant, String candidateRef, @Nullable String topic) {
        requireKnown(tenant, candidateRef);
        return ProgressView.of(
                candidateRef, listConcepts(tenant, candidateRef, topic), history(tenant, candidateRef, topic));
    }

    /** A fault, if nothing is held of the candidate. */
    @Transactional
    public void requireKnown(UUID tenant, String candidateRef) {
        boolean known = database.createNativeQuery(
                        "select exists (select 1 from session where tenant_id = :tenant and candidate_ref = :candidate)"
                                + " or exists (select 1 from mastery where tenant_id = :tenant"
                                + " and candidate_ref = :candidate)",
                        Boolean.class)
                .setParameter("tenant", tenant)
                .setParameter("candidate", candidateRef)
                .getSingleResult();
        if (!known) {
            throw new Fault.Missing("candidate", candidateRef);
        }
    }

    private List<ConceptProgress> listConcepts(UUID tenant, String candidateRef, @Nullable String topic) {
        var query = database.createNativeQuery(CONCEPTS, Object[].class)
                .addScalar("topic_id", String.class)
                .addScalar("section_id", String.class)
                .addScalar("slug", String.class)
                .addScalar("concept_id", String.class)
                .addScalar("label", String.class)
                .addScalar("value", Double.class)
                .addScalar("observations", Integer.class)
                .addScalar("last_state", String.class)
                .addScalar("first_seen_at", Instant.class)
                .addScalar("updated_at", Instant.class);
        return bind(query, tenant, candidateRef, topic)
                .getResultStream()
                .map(Candidates::concept)
                .toList();
    }

    private static ConceptProgress concept(Object[] row) {
        return new ConceptProgress(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Mean.rounded((double) row[5]),
                (int) row[6],
                ConceptState.valueOf((String) row[7]),
                (Instant) row[8],
                (Instant) row[9]);
    }

    private Map<Place, List<SectionProgress.Day>> history(UUID tenant, String candidateRef, @Nullable String topic) {
        var query = database.createNativeQuery(HISTORY, Object[].class)
                .addScalar("topic_id", String.class)
                .addScalar("section_id", String.class)
                .addScalar("day", LocalDate.class)
                .addScalar("answers", Integer.class)
                .addScalar("mean_score", Integer.class);
        return bind(query, tenant, candidateRef, topic)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> new Place((String) row[0], (String) row[1]),
                        Collectors.mapping(
                                row -> new SectionProgress.Day((LocalDate) row[2], (int) row[3], (int) row[4]),
                                Collectors.toList())));
    }

    private static NativeQuery<Object[]> bind(
            NativeQuery<Object[]> query, UUID tenant, String candidateRef, @Nullable String topic) {
        return query.setParameter("tenant", tenant)
                .setParameter("candidate", candidateRef)
                .setParameter("topic", topic);
    }
}
