package dev.greenroom.api.session;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The turns that wait for an answer. */
@ApplicationScoped
public class OpenTurns {

    private final Sessions sessions;
    private final EntityManager database;

    OpenTurns(Sessions sessions, EntityManager database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** A session with its current turn. */
    public record OpenTurn(Session session, Turn turn) {}

    /** The turn, if it is the one that its session is at; the session is locked until the transaction ends. */
    public OpenTurn requireLocked(UUID tenant, String sessionId, String turnId) {
        Session session = sessions.requireLocked(tenant, sessionId);
        Turn turn = IdKind.TURN
                .parse(turnId)
                .map(id -> database.find(Turn.class, id))
                .filter(found -> found.sessionId().equals(session.id()))
                .orElseThrow(() -> new Fault.Missing("turn", turnId));
        requireCurrent(session, turn);
        return new OpenTurn(session, turn);
    }

    private static void requireCurrent(Session session, Turn turn) {
        if (!turn.isOpen()) {
            throw new Fault.Conflict("turn_already_answered", "The turn has an answer already.");
        }
        if (!session.isInProgress()) {
            throw new Fault.Conflict("session_closed", "The session is over and takes no more answers.");
        }
        if (!session.currentTurnId().filter(turn.id()::equals).isPresent()) {
            throw new Fault.Conflict("not_current_turn", "The session is at another turn.");
        }
    }
}
