package dev.greenroom.api.idempotency;

import dev.greenroom.model.id.IdKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request that changes something answers.
 *
 * @param location the path of what was made
 * @param view the body, before it becomes JSON
 * @param session what the response is kept no longer than; null when it says nothing of one
 */
public record Outcome(
        int status,
        @Nullable String location,
        Object view,
        @Nullable UUID session) {

    public Outcome(int status, @Nullable String location, Object view) {
        this(status, location, view, null);
    }

    /** The same for what concerns a session, named by its public id, and is to be forgotten with it. */
    public Outcome about(String sessionId) {
        return new Outcome(
                status, location, view, IdKind.SESSION.parse(sessionId).orElseThrow());
    }
}
