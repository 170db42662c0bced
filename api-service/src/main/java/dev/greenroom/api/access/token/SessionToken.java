package dev.greenroom.api.access.token;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token that opens one interview, in the form in which it goes to whoever is to hold it. */
public record SessionToken(
        @Schema(
                description = "Send it as `Authorization: Bearer …`. It opens this session and nothing else.",
                examples = "eyJhbGciOiJFUzI1NiIs…")
        String token,

        @Schema(examples = "ses_01kB2m9fQ8Zr5tYw3xVn7L") String sessionId,

        @Schema(description = "Exchange it for another one before, by the request that made it.")
        Instant expiresAt) {

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "SessionToken[" + sessionId + ", " + expiresAt + "]";
    }
}
