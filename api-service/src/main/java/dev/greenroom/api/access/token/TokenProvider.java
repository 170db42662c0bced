package dev.greenroom.api.access.token;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.TokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the holders of session tokens in. */
@ApplicationScoped
class TokenProvider implements IdentityProvider<TokenCredential> {

    private final SessionTokens tokens;

    TokenProvider(SessionTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenCredential> getRequestType() {
        return TokenCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenCredential credential, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(() -> tokens.verify(credential.text())
                        .map(Caller::identity)
                        .orElseThrow(AuthenticationFailedException::new));
    }
}
