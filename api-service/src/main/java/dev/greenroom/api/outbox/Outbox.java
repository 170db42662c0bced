package dev.greenroom.api.outbox;

import dev.greenroom.model.event.EventEnvelope;
import dev.greenroom.model.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/** Where a use case leaves its news, in its own transaction. */
@ApplicationScoped
public class Outbox {

    private final EntityManager database;
    private final Event<OutboxWritten> written;

    Outbox(EntityManager database, Event<OutboxWritten> written) {
        this.database = database;
        this.written = written;
    }

    /** Sends the messages once the caller's transaction has committed, whatever crashes after that. */
    public void add(EventEnvelope... messages) {
        for (EventEnvelope message : messages) {
            database.persist(OutboxMessage.of(message));
        }
        written.fire(new OutboxWritten());
    }
}
