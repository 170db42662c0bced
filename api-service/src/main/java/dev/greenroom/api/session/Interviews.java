package dev.greenroom.api.session;

import dev.greenroom.api.bank.Questions;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.Origin;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.SessionPlan;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.question.QuestionRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts interviews, ends them, and shows where they stand. */
@ApplicationScoped
public class Interviews {

    private final Sessions sessions;
    private final SessionPlanning planning;
    private final Questions bank;
    private final History history;
    private final Clock clock;

    Interviews(Sessions sessions, SessionPlanning planning, Questions bank, History history, Clock clock) {
        this.sessions = sessions;
        this.planning = planning;
        this.bank = bank;
        this.history = history;
        this.clock = clock;
    }

    /** Starts a session and asks its first question. */
    @Transactional
    public SessionView start(UUID tenant, Origin origin, StartSession order) {
        SessionPlan plan = planning.plan(tenant, order);
        Instant now = clock.instant();
        Session session = new Session(TimeOrderedIds.next(), tenant, plan, origin, now);
        QuestionRef first = plan.questions().getFirst();
        Turn turn = session.askMain(
                TimeOrderedIds.next(), first, bank.require(first).prompt(), now);
        sessions.persist(session);
        sessions.getEntityManager().persist(turn);
        history.add(new InterviewEvent(session, EventType.TURN_ASKED, turn.id(), null, now));
        return SessionView.of(session, List.of(turn), new SessionView.Replies(Map.of(), Map.of()));
    }

    @Transactional
    SessionView get(UUID tenant, String sessionId) {
        return view(sessions.require(tenant, sessionId));
    }

    /** The id behind the public one, if there is such a session. */
    @Transactional
    UUID requireId(UUID tenant, String sessionId) {
        return sessions.require(tenant, sessionId).id();
    }

    /** Ends the session; answers that are being scored still get their feedback. Idempotent. */
    @Transactional
    SessionView complete(UUID tenant, String sessionId) {
        Session session = sessions.requireLocked(tenant, sessionId);
        if (session.isInProgress()) {
            Instant now = clock.instant();
            session.complete(now);
            history.end(session, EventType.SESSION_COMPLETED, now);
        }
        return view(session);
    }

    private SessionView view(Session session) {
        return SessionView.of(
                session,
                sessions.listTurns(session.id()),
                new SessionView.Replies(sessions.answersByTurn(session.id()), sessions.draftsByTurn(session.id())));
    }
}
