package dev.greenroom.api.session;

import dev.greenroom.api.outbox.Outbox;
import dev.greenroom.model.event.EventType;
import dev.greenroom.model.interview.InterviewEvent;
import dev.greenroom.model.interview.ReportReadiness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Where the events of interviews are kept and announced from, in the caller's transaction. */
@ApplicationScoped
class History {

    private final Session database;
    private final Outbox outbox;

    History(Session database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    void add(InterviewEvent event) {
        database.persist(event);
        outbox.add(event.envelope());
    }

    /** The end of an interview, which has to be locked; also that its report is ready, if nothing is left to score. */
    void end(dev.greenroom.model.interview.Session interview, EventType type, Instant now) {
        add(new InterviewEvent(interview, type, null, null, now));
        ReportReadiness.find(interview, database, now).ifPresent(this::add);
    }
}
