package dev.greenroom.worker.opinion;

import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.writing.FailureReason;
import dev.greenroom.worker.writing.ResultWriting;
import dev.greenroom.worker.writing.Retries;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts second opinions off, and ends the waiting when it has lasted long enough. */
@Singleton
final class Deferral {

    private static final Logger LOG = LoggerFactory.getLogger(Deferral.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Retries retries;
    private final ResultWriting results;
    private final Insistence insistence;
    private final OpinionConfig config;
    private final Clock clock;

    Deferral(Retries retries, ResultWriting results, Insistence insistence, OpinionConfig config, Clock clock) {
        this.retries = retries;
        this.results = results;
        this.insistence = insistence;
        this.config = config;
        this.clock = clock;
    }

    /** This worker is full; another one may have room, or this one later. */
    void forLackOfRoom(Unsettled answer) {
        putOff(answer, config.gap());
    }

    /**
     * The judge wants to be asked later: no failure of the answer, until its patience is over. One that has a final
     * evaluation is only scored anew, and need not wait for longer than other trouble lasts.
     */
    void forTheJudge(Unsettled answer, String reason, Duration after) {
        LOG.debug(
                "The second opinion on answer {} is put off: {}", answer.claim().answerId(), reason);
        if (answer.isPreliminary()) {
            putOff(answer, after);
        } else {
            insistence.insist(() -> retries.afterFailure(answer.claim()));
        }
    }

    private void putOff(Unsettled answer, Duration gap) {
        if (answer.isPreliminary() && answer.waitsLongerThan(config.patience(), clock.instant())) {
            insistence.insist(() -> results.giveUp(answer.claim(), FailureReason.NO_OPINION_IN_TIME));
        } else {
            insistence.insist(() -> retries.postpone(answer.claim(), bounded(gap)));
        }
    }

    private static Duration bounded(Duration gap) {
        Duration notTooShort = gap.compareTo(SHORTEST) < 0 ? SHORTEST : gap;
        return notTooShort.compareTo(LONGEST) > 0 ? LONGEST : notTooShort;
    }
}
