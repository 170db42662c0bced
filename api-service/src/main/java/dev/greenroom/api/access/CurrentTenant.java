package dev.greenroom.api.access;

import dev.greenroom.model.id.IdKind;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The tenant on whose behalf the request is made. */
@RequestScoped
public class CurrentTenant {

    private final SecurityIdentity identity;

    CurrentTenant(SecurityIdentity identity) {
        this.identity = identity;
    }

    public UUID id() {
        return caller().tenant();
    }

    public Caller caller() {
        return identity.<Caller>getAttribute(Caller.ATTRIBUTE);
    }

    /** The caller as records name it. */
    public String actor() {
        return switch (caller()) {
            case Caller.KeyHolder holder -> IdKind.API_KEY.format(holder.key());
            case Caller.Participant participant -> IdKind.SESSION.format(participant.session());
        };
    }

    /** The key that the request came with. */
    public Caller.KeyHolder requireKey() {
        return switch (caller()) {
            case Caller.KeyHolder holder -> holder;
            case Caller.Participant _ -> throw new ForbiddenException("a session token");
        };
    }
}
