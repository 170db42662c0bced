package dev.greenroom.api.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** An API key, as it stands behind {@code Bearer}: the claim to be whoever was given it. */
public final class Credential extends BaseAuthenticationRequest {

    private final String text;

    Credential(String text) {
        this.text = text;
    }

    /** The key itself: a secret. */
    public String text() {
        return text;
    }
}
