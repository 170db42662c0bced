package dev.greenroom.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.model.digest.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Lets a request take effect once, however often it is sent. The record of a key is written in the transaction of the
 * effect: a crash leaves both or neither. A request that fails leaves no record, so it may be mended and sent again.
 */
@ApplicationScoped
public class Idempotency {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final IdempotencyRecords records;
    private final KeySpace space;
    private final ObjectMapper json;

    Idempotency(IdempotencyRecords records, KeySpace space, ObjectMapper json) {
        this.records = records;
        this.space = space;
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
                .map(value -> once(tenant, space.prefix() + value, hash(operation, body), effect))
                .orElseGet(() -> QuarkusTransaction.requiringNew().call(() -> respond(stored(effect.get()))));
    }

    /**
     * The same for an effect that shows a secret: that goes to the caller, and never into the record by which the
     * response could be repeated.
     */
    public Response issue(UUID tenant, IdempotencyKey key, String operation, Object body, Supplier<Issued> effect) {
        AtomicReference<Issued> issued = new AtomicReference<>();
        Response response = once(tenant, key, operation, body, () -> {
            issued.set(effect.get());
            return issued.get().recorded();
        });
        return isReplay(response)
                ? response
                : Response.fromResponse(response).entity(issued.get().shown()).build();
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
                Outcome outcome = effect.get();
                StoredResponse response = stored(outcome);
                if (!records.keep(tenant, key, new IdempotencyRecords.Use(requestHash, response, outcome.session()))) {
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

    private static boolean isReplay(Response response) {
        return response.getHeaderString(REPLAYED) != null;
    }

    private static Response respond(StoredResponse stored) {
        Response.ResponseBuilder response = Response.status(stored.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(stored.body());
        if (stored.location() != null && !stored.location().isEmpty()) {
            response.header(HttpHeaders.LOCATION, stored.location());
        }
        return response.build();
    }

    private StoredResponse stored(Outcome outcome) {
        return new StoredResponse(outcome.status(), outcome.location(), write(outcome.view()));
    }

    private byte[] hash(String operation, Object body) {
        return Sha256.of(operation, "\0", write(body));
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
