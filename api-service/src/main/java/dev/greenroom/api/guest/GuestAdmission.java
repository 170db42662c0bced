package dev.greenroom.api.guest;

import dev.greenroom.api.access.Caller;
import dev.greenroom.api.access.ClientAddress;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.session.StartSession;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides what a guest may start, and whether now. */
@ApplicationScoped
class GuestAdmission {

    private final GuestQuota quota;
    private final ClientAddress address;

    GuestAdmission(GuestQuota quota, ClientAddress address) {
        this.quota = quota;
        this.address = address;
    }

    void admit(Caller.KeyHolder caller, StartSession order) {
        requireOpen(order);
        quota.take(caller, address.network());
    }

    /** A guest who could name a candidate would see what that one was asked, and add to what is known of them. */
    private static void requireOpen(StartSession order) {
        if (order.candidateRef() != null) {
            throw Fault.Unacceptable.at(
                    "/candidateRef",
                    "guest_names_candidate",
                    "A guest is nobody yet: a secret key can claim the session for a candidate later.");
        }
        if (order.retentionDays() != null) {
            throw Fault.Unacceptable.at(
                    "/retentionDays",
                    "guest_sets_retention",
                    "How long guest sessions are kept is not for guests to say.");
        }
    }
}
