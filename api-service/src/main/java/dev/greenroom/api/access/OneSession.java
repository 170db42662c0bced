package dev.greenroom.api.access;

import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.id.IdKind;
import dev.greenroom.model.interview.Answer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Holds session tokens to their session: to its holder, no other one exists. */
class OneSession {

    private final SecurityIdentity identity;
    private final EntityManager database;

    OneSession(SecurityIdentity identity, EntityManager database) {
        this.identity = identity;
        this.database = database;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (identity.<Caller>getAttribute(Caller.ATTRIBUTE) instanceof Caller.Participant participant) {
            check(participant, request.getUriInfo().getPathParameters());
        }
    }

    private void check(Caller.Participant participant, MultivaluedMap<String, String> path) {
        String session = path.getFirst("session");
        String answer = path.getFirst("answer");
        if (session != null) {
            require(participant, IdKind.SESSION.parse(session).orElse(null), "session", session);
        } else if (answer != null) {
            require(participant, findSessionOf(answer), "answer", answer);
        } else {
            throw new ForbiddenException("a session token");
        }
    }

    private static void require(Caller.Participant participant, @Nullable UUID session, String kind, String id) {
        if (!participant.session().equals(session)) {
            throw new Fault.Missing(kind, id);
        }
    }

    private @Nullable UUID findSessionOf(String answer) {
        return IdKind.ANSWER
                .parse(answer)
                .flatMap(id -> QuarkusTransaction.requiringNew()
                        .call(() -> Optional.ofNullable(database.find(Answer.class, id))))
                .map(Answer::sessionId)
                .orElse(null);
    }
}
