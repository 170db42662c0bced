package dev.greenroom.worker.lease;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews every lease in flight in one statement, and forgets those that were lost. */
@Singleton
public final class LeaseRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseRenewal.class);

    private final InFlight inFlight;
    private final Claims claims;

    public LeaseRenewal(InFlight inFlight, Claims claims) {
        this.inFlight = inFlight;
        this.claims = claims;
    }

    public void renewAll() {
        List<Claim> held = inFlight.list();
        if (held.isEmpty()) {
            return;
        }
        List<Claim> gone = new ArrayList<>(held);
        gone.removeAll(Set.copyOf(claims.renew(held)));
        // Most of them are gone because they were finished meanwhile, and have left by themselves.
        gone.removeIf(claim -> !inFlight.holds(claim));
        inFlight.removeAll(gone);
        if (!gone.isEmpty()) {
            LOG.debug("{} of {} leases are not ours any more", gone.size(), held.size());
        }
    }
}
