package dev.greenroom.api.idempotency;

/**
 * What a request that makes a secret answers.
 *
 * @param recorded without the secret
 * @param shown with the secret, to this caller and this once
 */
public record Issued(Outcome recorded, Object shown) {}
