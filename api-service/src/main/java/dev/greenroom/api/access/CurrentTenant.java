package dev.greenroom.api.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The tenant on whose behalf the request is made. */
@RequestScoped
public class CurrentTenant {

    static final String ATTRIBUTE = "tenant";

    private final SecurityIdentity identity;

    CurrentTenant(SecurityIdentity identity) {
        this.identity = identity;
    }

    public UUID id() {
        return identity.<UUID>getAttribute(ATTRIBUTE);
    }
}
