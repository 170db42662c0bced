package dev.greenroom.worker.lease;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The claims that this worker holds. */
@Singleton
public final class InFlight {

    private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
    private final Set<Claim> waiting = ConcurrentHashMap.newKeySet();

    public InFlight(MeterRegistry registry) {
        registry.gaugeCollectionSize("greenroom.answers.inflight", List.of(), claims);
    }

    public void add(Collection<Claim> claimed) {
        claims.addAll(claimed);
    }

    /** Takes note that what is left to do for the claim is to wait for somebody else. */
    public void markWaiting(Claim claim) {
        waiting.add(claim);
    }

    public void remove(Claim claim) {
        claims.remove(claim);
        waiting.remove(claim);
    }

    public void removeAll(Collection<Claim> lost) {
        lost.forEach(this::remove);
    }

    /** Whether the claim is still ours, as far as this worker knows; the fence of the database decides. */
    public boolean holds(Claim claim) {
        return claims.contains(claim);
    }

    public List<Claim> list() {
        return List.copyOf(claims);
    }

    /** The claims that wait for somebody else, and may do so for long. */
    public List<Claim> listWaiting() {
        return List.copyOf(waiting);
    }

    public boolean isEmpty() {
        return claims.isEmpty();
    }
}
