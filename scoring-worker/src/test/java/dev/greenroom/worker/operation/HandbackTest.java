package dev.greenroom.worker.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.database.Insistence;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.Postgres;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.lease.Claims;
import dev.greenroom.worker.lease.InFlight;
import dev.greenroom.worker.lease.LeaseConfig;
import dev.greenroom.worker.lease.WorkerName;
import dev.greenroom.worker.publishing.Announcements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class HandbackTest {

    private Interviews interviews;
    private InFlight inFlight;
    private Handback handback;

    private record Lease(Duration ttl, Duration renewal) implements LeaseConfig {}

    @BeforeEach
    void open() {
        interviews = new Interviews(Postgres.dataSource());
        inFlight = new InFlight(new SimpleMeterRegistry());
        Claims claims = new Claims(
                new Database(Postgres.dataSource()),
                new Announcements(Clock.systemUTC()),
                new Lease(Duration.ofSeconds(15), Duration.ofSeconds(5)),
                new WorkerName(Optional::empty, new Random()));
        handback = new Handback(inFlight, claims, new Insistence(new Random()));
    }

    @Test
    void givesBackWhatIsNotDoneInTime() {
        // given
        StoredAnswer slow = interviews.anAnswer().scoring(2, "1h").failures(1).stored();
        inFlight.add(List.of(new Claim(slow.id(), 2)));

        // when
        handback.finishOrGiveBack();

        // then
        assertThat(interviews.answer(slow).status()).isEqualTo(AnswerStatus.QUEUED);
        assertThat(interviews.answer(slow).failures()).isEqualTo(1);
        assertThat(interviews.announcements(slow)).isEqualTo(1);
    }

    @Test
    void letsWhatIsNearlyDoneBeFinished() {
        // given
        StoredAnswer quick = interviews.anAnswer().scoring(2, "1h").stored();
        Claim claim = new Claim(quick.id(), 2);
        inFlight.add(List.of(claim));
        Thread finishing = Thread.startVirtualThread(() -> {
            interviews.tables().update("update answer set status = 'SCORED' where id = ?", quick.id());
            inFlight.remove(claim);
        });

        // when
        handback.finishOrGiveBack();

        // then
        assertThat(finishing.isAlive()).isFalse();
        assertThat(interviews.answer(quick).status()).isEqualTo(AnswerStatus.SCORED);
        assertThat(interviews.announcements(quick)).isZero();
    }

    @Test
    void givesBackAtOnceWhatWaitsForAJudge() {
        // given
        StoredAnswer judged = interviews.anAnswer().scoring(2, "1h").stored();
        StoredAnswer quick = interviews.anAnswer().scoring(2, "1h").stored();
        Claim atTheJudge = new Claim(judged.id(), 2);
        Claim nearlyDone = new Claim(quick.id(), 2);
        inFlight.add(List.of(atTheJudge, nearlyDone));
        inFlight.markWaiting(atTheJudge);
        Thread.startVirtualThread(() -> {
            await().until(() -> interviews.answer(judged).status() == AnswerStatus.QUEUED);
            inFlight.remove(nearlyDone);
        });

        // when
        handback.finishOrGiveBack();

        // then
        assertThat(interviews.announcements(judged)).isEqualTo(1);
        assertThat(interviews.answer(judged).failures()).isZero();
        assertThat(interviews.announcements(quick)).isZero();
        assertThat(inFlight.listWaiting()).isEmpty();
    }
}
