package dev.greenroom.api.stream;

import dev.greenroom.api.session.Sessions;
import dev.greenroom.api.session.TurnView;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionStatus;
import dev.greenroom.model.interview.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The stored events of sessions; each call is a transaction of its own. */
@ApplicationScoped
class SessionHistory {

    private static final int PAGE = 50;

    /** An evaluation is written with the event that tells of it, at the same time. It is looked for on one page alone. */
    private static final String EVENTS = """
            select e.cursor, e.type, e.turn_id, e.answer_id, e.created_at, v.stage,
                   cast(v.body -> 'score' as text) as score, coalesce(v.body ->> 'reason', a.reason) as reason
            from (
                select * from interview_event
                where session_id = :session and cursor > :after order by cursor limit :limit) e
            left join answer a on a.id = e.answer_id and e.type = 'ANSWER_FAILED'
            left join lateral (
                select stage, body from evaluation
                where answer_id = e.answer_id and created_at <= e.created_at order by version desc limit 1) v
                on e.type in ('ANSWER_PRELIMINARY', 'ANSWER_SCORED', 'ANSWER_UNSCORED')
            order by e.cursor""";

    private static final List<AnswerStatus> PENDING =
            Stream.of(AnswerStatus.values()).filter(status -> !status.isFinal()).toList();

    private final Session database;
    private final Sessions sessions;

    SessionHistory(Session database, Sessions sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /**
     * Finds where a client goes on that has seen the events up to {@code seen}, or none; without a cursor that is where the
     * kept history begins.
     *
     * @return empty when it has seen all and nothing is to come
     */
    @Transactional
    Optional<Place> open(UUID tenant, String sessionId, OptionalLong seen) {
        UUID session = sessions.require(tenant, sessionId).id();
        Standing now = findStanding(session).orElseThrow();
        long beforeKept = firstKept(session).orElse(now.newest() + 1) - 1;
        long after = seen.orElse(beforeKept);
        if (after > now.newest()) {
            throw EventCursor.unknown(after, now.newest());
        }
        if (after < beforeKept) {
            throw EventCursor.expired(after);
        }
        boolean over = seen.isPresent() && after == now.newest() && isOver(session, now);
        return over ? Optional.empty() : Optional.of(new Place(session, after));
    }

    private OptionalLong firstKept(UUID session) {
        Long first = database.createSelectionQuery(
                        "select min(e.place.cursor) from interview_event e where e.place.sessionId = :session",
                        Long.class)
                .setParameter("session", session)
                .getSingleResultOrNull();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** What comes after an event. Of a session that has been deleted nothing will. */
    @Transactional
    Chapter read(UUID session, long after) {
        List<EventRow> rows = rows(session, after);
        Map<UUID, Turn> turns = turns(rows);
        // Read after the events: what they tell has happened by then.
        Standing now = findStanding(session).orElse(null);
        if (now == null) {
            return new Chapter(List.of(), false, true);
        }
        List<EventView> events = rows.stream()
                .map(row -> row.view(session, asked(turns, row, now), now.withholdsFeedback()))
                .toList();
        long told = events.isEmpty() ? after : events.getLast().cursor();
        boolean more = !events.isEmpty() && told < now.newest();
        return new Chapter(events, more, told == now.newest() && isOver(session, now));
    }

    private List<EventRow> rows(UUID session, long after) {
        return database.createNativeQuery(EVENTS, Object[].class)
                .addScalar("cursor", Long.class)
                .addScalar("type", String.class)
                .addScalar("turn_id", UUID.class)
                .addScalar("answer_id", UUID.class)
                .addScalar("created_at", Instant.class)
                .addScalar("stage", String.class)
                .addScalar("score", String.class)
                .addScalar("reason", String.class)
                .setParameter("session", session)
                .setParameter("after", after)
                .setParameter("limit", PAGE)
                .getResultStream()
                .map(row -> new EventRow(
                        (Long) row[0],
                        (String) row[1],
                        (UUID) row[2],
                        (UUID) row[3],
                        (Instant) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7]))
                .toList();
    }

    private Map<UUID, Turn> turns(List<EventRow> rows) {
        List<UUID> ids = rows.stream()
                .filter(EventRow::isAsking)
                .map(EventRow::turn)
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, Turn> turns = new HashMap<>();
        if (!ids.isEmpty()) {
            database.createSelectionQuery("from turn where id in :ids", Turn.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(turn -> turns.put(turn.id(), turn));
        }
        return turns;
    }

    private static @Nullable TurnView asked(Map<UUID, Turn> turns, EventRow row, Standing now) {
        Turn turn = row.isAsking() && row.turn() != null ? turns.get(row.turn()) : null;
        return turn == null ? null : TurnView.asAsked(turn, now.withholdsFeedback());
    }

    private Optional<Standing> findStanding(UUID session) {
        return database.createSelectionQuery(
                        "select status, mode, eventCursor from session where id = :id", Standing.class)
                .setParameter("id", session)
                .uniqueResultOptional();
    }

    private boolean isOver(UUID session, Standing now) {
        return now.status() != SessionStatus.IN_PROGRESS
                && database.createSelectionQuery(
                                        "select count(*) from answer where sessionId = :session and status in :pending",
                                        Long.class)
                                .setParameter("session", session)
                                .setParameter("pending", PENDING)
                                .getSingleResult()
                        == 0;
    }

    /** The newest event of each of the sessions that there are still. */
    @Transactional
    Map<UUID, Long> newest(Collection<UUID> sessionIds) {
        Map<UUID, Long> newest = new HashMap<>();
        database.createSelectionQuery("select id, eventCursor from session where id in :ids", Object[].class)
                .setParameter("ids", sessionIds)
                .getResultStream()
                .forEach(row -> newest.put((UUID) row[0], (Long) row[1]));
        return newest;
    }

    /** A session, and the last event that a client has seen of it. */
    record Place(UUID session, long after) {}

    /** Where a session stands. */
    record Standing(SessionStatus status, SessionMode mode, long newest) {

        boolean withholdsFeedback() {
            return mode == SessionMode.INTERVIEW && status == SessionStatus.IN_PROGRESS;
        }
    }
}
