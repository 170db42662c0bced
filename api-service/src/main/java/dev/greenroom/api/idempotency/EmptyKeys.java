package dev.greenroom.api.idempotency;

import dev.greenroom.api.problem.Fault;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an empty key: to JAX-RS it is as good as none, but who sends one believes that it is safe to repeat the request. */
class EmptyKeys {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if ("".equals(request.getHeaderString(IdempotencyKey.HEADER))) {
            throw Fault.Unacceptable.at("#idempotencyKey", "validation_failed", IdempotencyKey.FORM);
        }
    }
}
