package dev.greenroom.api.answer;

import dev.greenroom.api.outbox.Outbox;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.api.session.Sessions;
import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Submission;
import dev.greenroom.model.interview.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Takes an answer in. When its transaction has committed, the answer will be scored, whatever crashes next. */
@ApplicationScoped
class AnswerSubmission {

    private static final int FIRST_EVALUATION = 1;

    private final Sessions sessions;
    private final EntityManager database;
    private final Outbox outbox;
    private final Clock clock;

    AnswerSubmission(Sessions sessions, EntityManager database, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    AnswerView submit(UUID tenant, String sessionId, SubmitAnswer order) {
        requireText(order);
        Session session = sessions.requireLocked(tenant, sessionId);
        Turn turn = requireCurrentTurn(session, order.turnId());
        Instant now = clock.instant();
        Submission submission = order.submission();
        Answer answer = new Answer(TimeOrderedIds.next(), turn, submission, now);
        turn.close(submission.skipped());
        session.noteAnswer();
        database.persist(answer);
        announce(session, answer, now);
        return AnswerView.of(answer, null, false);
    }

    private static void requireText(SubmitAnswer order) {
        if (order.lacksText()) {
            throw new Fault.Unacceptable(
                    "validation_failed",
                    "An answer has a text, unless the turn is skipped.",
                    new Violation("/text", "must not be null"));
        }
    }

    private Turn requireCurrentTurn(Session session, String turnId) {
        Turn turn = IdKind.TURN
                .parse(turnId)
                .map(id -> database.find(Turn.class, id))
                .filter(found -> found.sessionId().equals(session.id()))
                .orElseThrow(() -> new Fault.Missing("turn", turnId));
        if (!turn.isOpen()) {
            throw new Fault.Conflict("turn_already_answered", "The turn has an answer already.");
        }
        if (!session.isInProgress()) {
            throw new Fault.Conflict("session_closed", "The session is over and takes no more answers.");
        }
        if (!session.currentTurnId().filter(turn.id()::equals).isPresent()) {
            throw new Fault.Conflict("not_current_turn", "The session is at another turn.");
        }
        return turn;
    }

    private void announce(Session session, Answer answer, Instant now) {
        InterviewEvent received =
                new InterviewEvent(session, EventType.ANSWER_RECEIVED, answer.turnId(), answer.id(), now);
        database.persist(received);
        outbox.add(
                new EventEnvelope(
                        TimeOrderedIds.next(),
                        EventType.ANSWER_SUBMITTED,
                        EventEnvelope.SCHEMA_VERSION,
                        answer.tenantId(),
                        answer.sessionId(),
                        answer.turnId(),
                        answer.id(),
                        FIRST_EVALUATION,
                        null,
                        now,
                        null),
                received.envelope(null));
    }
}
