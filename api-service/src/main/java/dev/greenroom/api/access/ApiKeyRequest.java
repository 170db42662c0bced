package dev.greenroom.api.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The claim to be whoever holds this key. */
class ApiKeyRequest extends BaseAuthenticationRequest {

    private final String key;

    ApiKeyRequest(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
