package dev.greenroom.api.webhook.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this replica is to try now.
 *
 * @param secrets by which to sign, as they are stored
 * @param attempt the number of the attempt in its round, from one
 * @param claim under which the result counts
 * @param traceparent W3C Trace Context of what it tells of
 */
record Claimed(
        UUID id,
        int claim,
        int attempt,
        Message message,
        Endpoint endpoint,
        List<byte[]> secrets,
        @Nullable String traceparent) {

    Claimed {
        secrets = List.copyOf(secrets);
    }

    /**
     * Where it goes.
     *
     * @param failing whether it has taken nothing since its last failure
     * @param failingTooLong whether that has lasted too long
     */
    record Endpoint(UUID id, UUID tenantId, String url, boolean failing, boolean failingTooLong) {}
}
