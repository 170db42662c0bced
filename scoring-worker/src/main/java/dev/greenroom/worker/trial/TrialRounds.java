package dev.greenroom.worker.trial;

import dev.greenroom.worker.pace.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.random.RandomGenerator;

/** Looks for sample answers for as long as the worker lives. */
@Singleton
final class TrialRounds {

    private final TrialScoring scoring;
    private final TrialConfig config;
    private final RandomGenerator random;
    private volatile List<Rounds> rounds = List.of();

    TrialRounds(TrialScoring scoring, TrialConfig config, RandomGenerator random) {
        this.scoring = scoring;
        this.config = config;
        this.random = random;
    }

    void start(@Observes StartupEvent event) {
        rounds = List.of(Rounds.start("trials", config.interval(), random, scoring::scoreWaiting));
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.forEach(Rounds::close);
    }
}
