package dev.greenroom.api.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever has shown a valid credential. */
public sealed interface Caller {

    /** The attribute of a security identity that holds its caller. */
    String ATTRIBUTE = "caller";

    UUID tenant();

    /** The tenant of who makes this request; null before that is known. Never asks, since that may ask the database. */
    static @Nullable UUID tenantOf(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getAttribute(ATTRIBUTE) instanceof Caller caller
                ? caller.tenant()
                : null;
    }

    /** What the credential opens, by the names of {@link Scopes}. */
    Set<String> scopes();

    /** Under what name the caller's requests are counted. */
    String countedAs();

    /**
     * The holder of an API key.
     *
     * @param sandbox whether what the key starts is for trying out
     */
    record KeyHolder(UUID tenant, UUID key, boolean sandbox, Set<String> scopes) implements Caller {

        public KeyHolder {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String countedAs() {
            return key.toString();
        }
    }

    /**
     * The holder of a session token: the candidate in one interview.
     *
     * @param since when the first token of the line was issued; each later one was exchanged for the one before
     */
    record Participant(UUID tenant, UUID session, Instant since) implements Caller {

        @Override
        public Set<String> scopes() {
            return Set.of(Scopes.ONE_SESSION);
        }

        @Override
        public String countedAs() {
            return session.toString();
        }
    }

    /** The caller as Quarkus Security knows callers. */
    default SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(tenant().toString()))
                .addPermissionsAsString(scopes())
                .addAttribute(ATTRIBUTE, this)
                .build();
    }
}
