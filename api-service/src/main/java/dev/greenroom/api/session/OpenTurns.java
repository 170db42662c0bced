package dev.greenroom.api.session;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;

/** The turns that wait for an answer. */
@ApplicationScoped
public class OpenTurns {

    private static final String BOTH = """
            select s, t from session s join turn t on t.sessionId = s.id
            where s.id = :session and s.tenantId = :tenant and t.id = :turn""";

    private final Sessions sessions;
    private final EntityManager database;

    OpenTurns(Sessions sessions, EntityManager database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** A session with its current turn. */
    public record OpenTurn(Session session, Turn turn) {}

    /** The turn, if it is the one that its session is at; both are locked until the transaction ends. */
    public OpenTurn requireLocked(UUID tenant, String sessionId, String turnId) {
        OpenTurn open = IdKind.SESSION
                .parse(sessionId)
                .flatMap(session -> IdKind.TURN.parse(turnId).flatMap(turn -> findLocked(tenant, session, turn)))
                .orElseThrow(() -> missing(tenant, sessionId, turnId));
        requireCurrent(open.session(), open.turn());
        return open;
    }

    /** Both are locked, and so read as they are once nobody else is at work on them. */
    private Optional<OpenTurn> findLocked(UUID tenant, UUID session, UUID turn) {
        return database.createQuery(BOTH, Tuple.class)
                .setParameter("session", session)
                .setParameter("tenant", tenant)
                .setParameter("turn", turn)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(row -> new OpenTurn(row.get(0, Session.class), row.get(1, Turn.class)))
                .findFirst();
    }

    private Fault missing(UUID tenant, String sessionId, String turnId) {
        sessions.require(tenant, sessionId);
        return new Fault.Missing("turn", turnId);
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
