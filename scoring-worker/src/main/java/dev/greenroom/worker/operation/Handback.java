package dev.greenroom.worker.operation;

import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.lease.Claims;
import dev.greenroom.worker.lease.InFlight;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of claimed answers when the worker has to go: nobody should have to wait for their leases to run out. */
@Singleton
final class Handback {

    private static final Logger LOG = LoggerFactory.getLogger(Handback.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(20);

    private final InFlight inFlight;
    private final Claims claims;
    private final Insistence insistence;

    Handback(InFlight inFlight, Claims claims, Insistence insistence) {
        this.inFlight = inFlight;
        this.claims = claims;
        this.insistence = insistence;
    }

    /** From now on nothing waits for a database that is away. */
    void hurry() {
        insistence.stop();
    }

    /** Lets answers that are nearly done be finished, for 2 s; gives those that wait for a judge back at once. */
    void finishOrGiveBack() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            giveBack(inFlight.listWaiting());
        } while (!inFlight.isEmpty() && System.nanoTime() < end && pause());
        giveBack(inFlight.list());
    }

    private void giveBack(List<Claim> unfinished) {
        if (unfinished.isEmpty()) {
            return;
        }
        inFlight.removeAll(unfinished);
        try {
            LOG.info("{} unfinished answers were given back", claims.giveBack(unfinished));
        } catch (RuntimeException e) {
            LOG.warn("{} unfinished answers stay claimed until their leases run out", unfinished.size(), e);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_INTERVAL);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
