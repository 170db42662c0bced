package dev.greenroom.api.idempotency;

import org.jspecify.annotations.Nullable;

/** A response as it went out, to go out again. */
record StoredResponse(int status, @Nullable String location, String body) {}
