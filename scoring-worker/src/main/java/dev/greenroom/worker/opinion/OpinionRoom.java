package dev.greenroom.worker.opinion;

import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.lease.InFlight;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** Where answers wait for a second opinion: on the thread that brings them, and on nothing else that is scarce. */
@Singleton
final class OpinionRoom {

    private final InFlight inFlight;
    private final Semaphore places;
    private final Semaphore seats;

    OpinionRoom(OpinionConfig config, InFlight inFlight, MeterRegistry registry) {
        this.inFlight = inFlight;
        this.places = new Semaphore(config.inFlight() + config.waiting());
        this.seats = new Semaphore(config.inFlight(), true);
        registry.gauge("greenroom.opinions.inflight", seats, taken -> config.inFlight() - taken.availablePermits());
        registry.gauge("greenroom.opinions.queued", seats, Semaphore::getQueueLength);
    }

    /**
     * Does the work when it is its turn, unless the claim is lost by then. Returns false, at once and having done
     * nothing, if there is no room to wait in.
     */
    boolean admit(Claim claim, Runnable work) {
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            inFlight.markWaiting(claim);
            doInASeat(claim, work);
        } finally {
            places.release();
        }
        return true;
    }

    private void doInASeat(Claim claim, Runnable work) {
        seats.acquireUninterruptibly();
        try {
            if (inFlight.holds(claim)) {
                work.run();
            }
        } finally {
            seats.release();
        }
    }
}
