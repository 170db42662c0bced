package dev.greenroom.api.session;

import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.outbox.Outbox;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.InterviewEvent;
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
class Interviews {

    private final Sessions sessions;
    private final SessionPlanning planning;
    private final Questions bank;
    private final Outbox outbox;
    private final Clock clock;

    Interviews(Sessions sessions, SessionPlanning planning, Questions bank, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.planning = planning;
        this.bank = bank;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Starts a session and asks its first question. */
    @Transactional
    SessionView start(UUID tenant, StartSession order) {
        SessionPlan plan = planning.plan(order);
        Instant now = clock.instant();
        Session session = new Session(TimeOrderedIds.next(), tenant, plan, now);
        QuestionRef first = plan.questions().getFirst();
        Turn turn = session.askMain(
                TimeOrderedIds.next(), first, bank.require(first).prompt(), now);
        sessions.persist(session);
        sessions.getEntityManager().persist(turn);
        record(new InterviewEvent(session, EventType.TURN_ASKED, turn.id(), null, now));
        return SessionView.of(session, List.of(turn), Map.of());
    }

    @Transactional
    SessionView get(UUID tenant, String sessionId) {
        return view(sessions.require(tenant, sessionId));
    }

    /** Ends the session; answers that are being scored still get their feedback. Idempotent. */
    @Transactional
    SessionView complete(UUID tenant, String sessionId) {
        Session session = sessions.requireLocked(tenant, sessionId);
        if (session.isInProgress()) {
            Instant now = clock.instant();
            session.complete(now);
            record(new InterviewEvent(session, EventType.SESSION_COMPLETED, null, null, now));
        }
        return view(session);
    }

    private void record(InterviewEvent event) {
        sessions.getEntityManager().persist(event);
        outbox.add(event.envelope(null));
    }

    private SessionView view(Session session) {
        return SessionView.of(session, sessions.listTurns(session.id()), sessions.answersByTurn(session.id()));
    }
}
