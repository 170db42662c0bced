package dev.greenroom.api.answer;

import dev.greenroom.api.draft.Drafts;
import dev.greenroom.api.outbox.Outbox;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.api.session.OpenTurns;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.id.TimeOrderedIds;
import dev.greenroom.model.interview.Answer;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.Submission;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.trace.Traceparent;
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

    private final OpenTurns turns;
    private final Drafts drafts;
    private final EntityManager database;
    private final Outbox outbox;
    private final Clock clock;

    AnswerSubmission(OpenTurns turns, Drafts drafts, EntityManager database, Outbox outbox, Clock clock) {
        this.turns = turns;
        this.drafts = drafts;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    AnswerView submit(UUID tenant, String sessionId, SubmitAnswer order) {
        requireText(order);
        OpenTurns.OpenTurn open = turns.requireLocked(tenant, sessionId, order.turnId());
        Session session = open.session();
        Turn turn = open.turn();
        drafts.discard(turn); // before anything is written: Hibernate writes all of it out before such a statement
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

    private void announce(Session session, Answer answer, Instant now) {
        InterviewEvent received =
                new InterviewEvent(session, EventType.ANSWER_RECEIVED, answer.turnId(), answer.id(), now);
        database.persist(received);
        outbox.add(answer.announcement(FIRST_EVALUATION, Traceparent.current(), now), received.envelope());
    }
}
