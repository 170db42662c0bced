package dev.greenroom.api.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A session token, as it stands behind {@code Bearer}: the claim to take part in one interview. */
public final class TokenCredential extends BaseAuthenticationRequest {

    private final String text;

    TokenCredential(String text) {
        this.text = text;
    }

    /** The token itself: a secret. */
    public String text() {
        return text;
    }
}
