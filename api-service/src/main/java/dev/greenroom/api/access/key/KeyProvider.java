package dev.greenroom.api.access.key;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.Credential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Lets the holders of API keys in. */
@ApplicationScoped
class KeyProvider implements IdentityProvider<Credential> {

    private final KeyChecking keys;
    private final Clock clock;

    KeyProvider(KeyChecking keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Class<Credential> getRequestType() {
        return Credential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Credential credential, AuthenticationRequestContext context) {
        KeyText key = new KeyText(credential.text());
        if (!key.isWellFormed()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        KeyChecking.Found remembered = keys.findRemembered(key);
        return remembered == null
                ? context.runBlocking(() -> identity(keys.find(key)))
                : Uni.createFrom().item(() -> identity(remembered));
    }

    private SecurityIdentity identity(KeyChecking.Found found) {
        return found.at(clock.instant()).map(Caller::identity).orElseThrow(AuthenticationFailedException::new);
    }
}
