package dev.greenroom.worker.judge;

import dev.greenroom.worker.assessment.SecondOpinion;
import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.followup.Rephrasing;
import dev.greenroom.worker.judge.budget.StoredLedger;
import dev.greenroom.worker.judge.followup.FollowUpConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes what is configured, which knows nothing of containers, beans. */
final class JudgeLife {

    @Produces
    @Singleton
    Judges judges(Database database, MeterRegistry metrics, Clock clock, RandomGenerator random) {
        return new Judges(new StoredLedger(database), metrics, clock, random);
    }

    @Produces
    @Singleton
    SecondOpinion judge(Judges judges, JudgeConfig config, FollowUpConfig followUps) {
        return judges.configured(config, followUps);
    }

    @Produces
    @Singleton
    Rephrasing rephrasing(Judges judges, JudgeConfig config, FollowUpConfig followUps) {
        return judges.rephrasing(config, followUps);
    }
}
