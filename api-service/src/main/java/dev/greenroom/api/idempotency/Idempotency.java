package dev.greenroom.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.api.problem.Fault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lets a request take effect once, however often it is sent. The record of a key is written in the transaction of the
 * effect: a crash leaves both or neither. A request that fails leaves no record, so it may be mended and sent again.
 */
@ApplicationScoped
public class Idempotency {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final IdempotencyRecords records;
    private final ObjectMapper json;

    Idempotency(IdempotencyRecords records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    /**
     * Runs {@code effect} in a transaction, or answers as the first time if this key has run it before.
     *
     * @param operation tells requests to different addresses apart
     * @param body the request as it was understood; white space and the order of fields make no difference
     */
    public Response once(UUID tenant, IdempotencyKey key, String operation, Object body, Supplier<Outcome> effect) {
        return key.value()
                .map(value -> once(tenant, value, hash(operation, body), effect))
                .orElseGet(() -> QuarkusTransaction.requiringNew().call(() -> respond(stored(effect.get()))));
    }

    private Response once(UUID tenant, String key, byte[] requestHash, Supplier<Outcome> effect) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> runOrReplay(tenant, key, requestHash, effect));
        } catch (KeyTaken _) {
            // Another request with the key committed between our look and our write: now its record can be seen.
            return QuarkusTransaction.requiringNew().call(() -> runOrReplay(tenant, key, requestHash, effect));
        }
    }

    private Response runOrReplay(UUID tenant, String key, byte[] requestHash, Supplier<Outcome> effect) {
        return switch (records.reserve(tenant, key)) {
            case Reservation.Running() ->
                throw new Fault.Conflict(
                        "idempotency_conflict", "A request with this Idempotency-Key is still running.");
            case Reservation.Used(byte[] usedFor, StoredResponse response) -> replay(requestHash, usedFor, response);
            case Reservation.Free() -> {
                StoredResponse response = stored(effect.get());
                if (!records.keep(tenant, key, requestHash, response)) {
                    throw new KeyTaken();
                }
                yield respond(response);
            }
        };
    }

    private static Response replay(byte[] requestHash, byte[] usedFor, StoredResponse response) {
        if (!Arrays.equals(usedFor, requestHash)) {
            throw new Fault.Unacceptable(
                    "idempotency_key_reused", "This Idempotency-Key was used for another request.");
        }
        return Response.fromResponse(respond(response)).header(REPLAYED, "true").build();
    }

    private static Response respond(StoredResponse stored) {
        Response.ResponseBuilder response = Response.status(stored.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(stored.body());
        if (stored.location() != null) {
            response.header(HttpHeaders.LOCATION, stored.location());
        }
        return response.build();
    }

    private StoredResponse stored(Outcome outcome) {
        return new StoredResponse(outcome.status(), outcome.location(), write(outcome.view()));
    }

    private byte[] hash(String operation, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(write(body).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rolls the effect back: it took place already. */
    private static final class KeyTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
