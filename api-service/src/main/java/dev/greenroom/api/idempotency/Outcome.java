package dev.greenroom.api.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a request that changes something answers.
 *
 * @param location the path of what was made
 * @param view the body, before it becomes JSON
 */
public record Outcome(int status, @Nullable String location, Object view) {}
