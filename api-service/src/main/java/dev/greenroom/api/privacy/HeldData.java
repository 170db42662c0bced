package dev.greenroom.api.privacy;

import dev.greenroom.model.evaluation.Evaluation;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.StoredEvaluation;
import dev.greenroom.model.interview.Submission;
import dev.greenroom.model.interview.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all that is held of a candidate. */
@ApplicationScoped
class HeldData {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String MASTERY = """
            select question_id, concept_id, label, value, observations, last_state, first_seen_at, updated_at
            from mastery where tenant_id = :tenant and candidate_ref = :candidate order by question_id, concept_id""";

    private final EntityManager database;

    HeldData(EntityManager database) {
        this.database = database;
    }

    @Transactional
    List<ExportedMastery> mastery(UUID tenant, String candidateRef) {
        return database.unwrap(org.hibernate.Session.class)
                .createNativeQuery(MASTERY, Object[].class)
                .addScalar("question_id", String.class)
                .addScalar("concept_id", String.class)
                .addScalar("label", String.class)
                .addScalar("value", Double.class)
                .addScalar("observations", Integer.class)
                .addScalar("last_state", String.class)
                .addScalar("first_seen_at", Instant.class)
                .addScalar("updated_at", Instant.class)
                .setParameter("tenant", tenant)
                .setParameter("candidate", candidateRef)
                .getResultStream()
                .map(row -> new ExportedMastery(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (double) row[3],
                        (int) row[4],
                        (String) row[5],
                        (Instant) row[6],
                        (Instant) row[7]))
                .toList();
    }

    /** The candidate's sessions in the order of their ids, starting after {@code last}. */
    @Transactional
    Batch sessionsAfter(UUID tenant, String candidateRef, @Nullable UUID last, int limit) {
        List<Session> sessions = database.createQuery(
                        "from session where tenantId = :tenant and candidateRef = :candidate and id > :last order by id",
                        Session.class)
                .setParameter("tenant", tenant)
                .setParameter("candidate", candidateRef)
                .setParameter("last", last == null ? BEFORE_ALL : last)
                .setMaxResults(limit)
                .getResultList();
        return sessions.isEmpty() ? new Batch(List.of(), null) : batch(sessions);
    }

    /**
     * Some sessions.
     *
     * @param last the id of the last one; null when there are none
     */
    record Batch(List<ExportedSession> sessions, @Nullable UUID last) {}

    private Batch batch(List<Session> sessions) {
        Remarks remarks = remarks(sessions.stream().map(Session::id).toList());
        return new Batch(
                sessions.stream().map(session -> export(session, remarks)).toList(),
                sessions.getLast().id());
    }

    /** All that belongs to some sessions, by what it belongs to. */
    private record Remarks(
            Map<UUID, List<Turn>> turns,
            Map<UUID, List<ExportedSession.Draft>> drafts,
            Map<UUID, List<Answer>> answers,
            Map<UUID, List<Evaluation>> evaluations,
            Map<UUID, List<ExportedSession.Rescoring>> rescorings,
            Map<UUID, List<ExportedSession.Event>> events) {}

    private Remarks remarks(List<UUID> sessions) {
        return new Remarks(
                group("from turn where sessionId in :sessions order by ordinal", Turn.class, sessions)
                        .collect(Collectors.groupingBy(Turn::sessionId)),
                rows(
                        "select turnId, text, savedAt from draft where sessionId in :sessions",
                        sessions,
                        row -> new ExportedSession.Draft((String) row[1], (Instant) row[2])),
                group("from answer where sessionId in :sessions", Answer.class, sessions)
                        .collect(Collectors.groupingBy(Answer::turnId)),
                group("from evaluation where sessionId in :sessions order by version", StoredEvaluation.class, sessions)
                        .collect(Collectors.groupingBy(
                                StoredEvaluation::answerId,
                                Collectors.mapping(StoredEvaluation::body, Collectors.toList()))),
                rows(
                        "select answerId, reason, requestedAt from rescoring where sessionId in :sessions order by id",
                        sessions,
                        row -> new ExportedSession.Rescoring((String) row[1], (Instant) row[2])),
                rows(
                        "select e.place.sessionId, e.place.cursor, e.type, e.createdAt from interview_event e"
                                + " where e.place.sessionId in :sessions order by e.place.cursor",
                        sessions,
                        row -> new ExportedSession.Event((long) row[1], (EventType) row[2], (Instant) row[3])));
    }

    private <T> Stream<T> group(String query, Class<T> type, List<UUID> sessions) {
        return database.createQuery(query, type)
                .setParameter("sessions", sessions)
                .getResultStream();
    }

    /** The rows of a query, by their first column. */
    private <T> Map<UUID, List<T>> rows(String query, List<UUID> sessions, Function<Object[], T> view) {
        return group(query, Object[].class, sessions)
                .collect(Collectors.groupingBy(row -> (UUID) row[0], Collectors.mapping(view, Collectors.toList())));
    }

    private static ExportedSession export(Session session, Remarks remarks) {
        return new ExportedSession(
                IdKind.SESSION.format(session.id()),
                session.status(),
                session.mode(),
                session.topic(),
                session.sections(),
                session.level().orElse(null),
                session.locale(),
                session.retentionDays().orElse(null),
                session.metadata(),
                session.createdAt(),
                session.completedAt().orElse(null),
                remarks.turns().getOrDefault(session.id(), List.of()).stream()
                        .map(turn -> export(turn, session, remarks))
                        .toList(),
                remarks.events().getOrDefault(session.id(), List.of()));
    }

    private static ExportedSession.Turn export(Turn turn, Session session, Remarks remarks) {
        return new ExportedSession.Turn(
                IdKind.TURN.format(turn.id()),
                turn.kind(),
                turn.question().slug(),
                turn.question().version(),
                turn.prompt(),
                turn.status(),
                turn.askedAt(),
                first(remarks.drafts(), turn.id()),
                remarks.answers().getOrDefault(turn.id(), List.of()).stream()
                        .findFirst()
                        .map(answer -> export(answer, session, remarks))
                        .orElse(null));
    }

    private static ExportedSession.Answer export(Answer answer, Session session, Remarks remarks) {
        Submission submission = answer.submission();
        return new ExportedSession.Answer(
                IdKind.ANSWER.format(answer.id()),
                submission.text(),
                submission.inputMode(),
                submission.skipped(),
                submission.durationMs(),
                submission.speech(),
                answer.status(),
                answer.reason().orElse(null),
                answer.submittedAt(),
                session.withholdsFeedback(),
                session.withholdsFeedback() ? List.of() : remarks.evaluations().getOrDefault(answer.id(), List.of()),
                remarks.rescorings().getOrDefault(answer.id(), List.of()));
    }

    private static <T> @Nullable T first(Map<UUID, List<T>> all, UUID key) {
        return all.containsKey(key) ? all.get(key).getFirst() : null;
    }
}
