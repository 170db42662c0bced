package dev.greenroom.worker.writing;

import dev.greenroom.model.event.EventType;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.outbox.OutboxMessage;
import dev.greenroom.worker.lease.Claim;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of an answer, and moves its interview on. Part of the caller's transaction; each method returns
 * false, having changed nothing, if the claim is no longer ours.
 *
 * <p>The session is locked before the answer, as everywhere, so that no two transactions wait for each other.
 */
@Singleton
final class Results {

    private static final String FENCED_UPDATE = """
            update answer set status = :status, reason = cast(:reason as text), failures = failures + :failures,
                lease_owner = null, lease_expires_at = null, row_version = row_version + 1
            where id = :id and attempt = :attempt and status = 'SCORING'""";

    // Stateless: what is written here is known beforehand, so nothing has to be found out by comparing database.
    private final StatelessSession database;
    private final InterviewMoves moves;
    private final Clock clock;

    Results(StatelessSession database, InterviewMoves moves, Clock clock) {
        this.database = database;
        this.moves = moves;
        this.clock = clock;
    }

    boolean score(ScoredAnswer scored) {
        Answer answer = scored.answer();
        Session session = lockSession(answer.sessionId());
        AnswerStatus status = scored.hasScore() ? AnswerStatus.SCORED : AnswerStatus.UNSCORED;
        String reason = scored.assessment().reason();
        if (session == null || !passesFence(scored.claim(), status, reason)) {
            return false;
        }
        Instant now = clock.instant();
        Move move = moves.after(session, scored.turn(), scored.probe(), now);
        store(move);
        database.insert(scored.evaluation(move.followUp(), now));
        EventType type = scored.hasScore() ? EventType.ANSWER_SCORED : EventType.ANSWER_UNSCORED;
        close(session, new InterviewEvent(session, type, answer.turnId(), answer.id(), now), move, now);
        return true;
    }

    boolean fail(Claim claim, FailureReason reason) {
        Turn turn = findTurn(claim.answerId());
        Session session = turn == null ? null : lockSession(turn.sessionId());
        if (turn == null || session == null || !passesFence(claim, AnswerStatus.FAILED, reason.name())) {
            return false;
        }
        Instant now = clock.instant();
        Move move = moves.after(session, turn, Optional.empty(), now);
        store(move);
        close(
                session,
                new InterviewEvent(session, EventType.ANSWER_FAILED, turn.id(), claim.answerId(), now),
                move,
                now);
        return true;
    }

    private @Nullable Session lockSession(UUID id) {
        return database.get(Session.class, id, LockMode.PESSIMISTIC_WRITE);
    }

    private @Nullable Turn findTurn(UUID answerId) {
        return database.createQuery(
                        "select t from turn t join answer a on a.turnId = t.id where a.id = :id", Turn.class)
                .setParameter("id", answerId)
                .getSingleResultOrNull();
    }

    private boolean passesFence(Claim claim, AnswerStatus status, @Nullable String reason) {
        return database.createNativeMutationQuery(FENCED_UPDATE)
                        .setParameter("status", status.name())
                        .setParameter("reason", reason)
                        .setParameter("failures", status == AnswerStatus.FAILED ? 1 : 0)
                        .setParameter("id", claim.answerId())
                        .setParameter("attempt", claim.attempt())
                        .executeUpdate()
                == 1;
    }

    private void store(Move move) {
        if (move instanceof Move.Asked(Turn turn)) {
            database.insert(turn);
        }
    }

    /** Stores the events, each kind of row as one batch, and what they and the move have changed in the session. */
    private void close(Session session, InterviewEvent ofTheAnswer, Move move, Instant now) {
        List<InterviewEvent> events = new ArrayList<>(List.of(ofTheAnswer));
        switch (move) {
            case Move.Asked(Turn turn) ->
                events.add(new InterviewEvent(session, EventType.TURN_ASKED, turn.id(), null, now));
            case Move.Finished() ->
                events.add(new InterviewEvent(session, EventType.SESSION_COMPLETED, null, null, now));
            case Move.Stayed() -> {}
        }
        database.insertMultiple(events);
        database.insertMultiple(events.stream()
                .map(event -> OutboxMessage.of(event.envelope(null)))
                .toList());
        database.update(session);
    }
}
