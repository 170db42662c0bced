package dev.greenroom.api.webhook;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** What an endpoint and this service know and nobody else, in the form of Standard Webhooks: 24 to 64 bytes, in Base64. */
public record Secret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    static Secret random(RandomGenerator randomness) {
        byte[] bytes = new byte[BYTES];
        randomness.nextBytes(bytes);
        return of(bytes);
    }

    static Secret of(byte[] bytes) {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
