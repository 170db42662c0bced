package dev.greenroom.model.interview;

import dev.greenroom.model.event.EventType;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.query.QueryProducer;

/** Tells when the report of an interview is whole. */
public final class ReportReadiness {

    private static final String READY = """
            select not exists (select 1 from answer
                    where session_id = :session and status not in ('SCORED', 'UNSCORED', 'FAILED'))
                and not exists (select 1 from interview_event
                    where session_id = :session and type = 'REPORT_READY')""";

    private ReportReadiness() {}

    /**
     * The event that says so; empty while the interview goes on or an answer waits for its last word, and once the event
     * is stored. To be asked after each step that can end an interview or settle an answer, within its transaction, which
     * has to hold the session's lock: of two steps the later one then sees what the earlier one did.
     */
    public static Optional<InterviewEvent> find(Session session, QueryProducer database, Instant now) {
        if (session.isInProgress()) {
            return Optional.empty();
        }
        boolean ready = database.createNativeQuery(READY, Boolean.class)
                .setParameter("session", session.id())
                .getSingleResult();
        return ready
                ? Optional.of(new InterviewEvent(session, EventType.REPORT_READY, null, null, now))
                : Optional.empty();
    }
}
