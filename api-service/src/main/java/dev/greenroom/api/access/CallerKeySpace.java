package dev.greenroom.api.access;

import dev.greenroom.api.idempotency.KeySpace;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Candidates share a tenant without knowing of each other: what one of them has used as an idempotency key must neither
 * disturb another one nor show them anything.
 */
@ApplicationScoped
class CallerKeySpace implements KeySpace {

    private final CurrentTenant tenant;
    private final ClientAddress address;

    CallerKeySpace(CurrentTenant tenant, ClientAddress address) {
        this.tenant = tenant;
        this.address = address;
    }

    @Override
    public String prefix() {
        return switch (tenant.caller()) {
            case Caller.Participant participant -> "session " + participant.session() + " ";
            case Caller.KeyHolder holder ->
                holder.scopes().contains(Scopes.GUESTS) ? "guest " + holder.key() + " " + address.network() + " " : "";
        };
    }
}
