package dev.greenroom.worker.operation;

import dev.greenroom.worker.lease.LeaseConfig;
import dev.greenroom.worker.lease.LeaseRenewal;
import dev.greenroom.worker.pace.Rounds;
import dev.greenroom.worker.sweep.SweepConfig;
import dev.greenroom.worker.sweep.Sweeper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a worker does beside scoring, on threads of its own: renewing its leases and sweeping. */
@Singleton
final class Background {

    private final LeaseRenewal renewal;
    private final LeaseConfig leases;
    private final Sweeper sweeper;
    private final SweepConfig sweeps;
    private final RandomGenerator random;
    private volatile List<Rounds> rounds = List.of();

    Background(LeaseRenewal renewal, LeaseConfig leases, Sweeper sweeper, SweepConfig sweeps, RandomGenerator random) {
        this.renewal = renewal;
        this.leases = leases;
        this.sweeper = sweeper;
        this.sweeps = sweeps;
        this.random = random;
    }

    void start() {
        rounds = List.of(
                Rounds.start("lease-renewal", leases.renewal(), random, renewal::renewAll),
                Rounds.start("sweeper", sweeps.interval(), random, sweeper::sweep));
    }

    boolean isAlive() {
        return rounds.stream().allMatch(Rounds::isAlive);
    }

    void stop() {
        rounds.forEach(Rounds::close);
    }
}
