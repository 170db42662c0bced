package dev.greenroom.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.fixtures.AnswerRow;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.Postgres;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.publishing.Announcements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class ClaimsTest {

    private Interviews interviews;
    private Claims claims;

    private record Lease(Duration ttl, Duration renewal) implements LeaseConfig {}

    @BeforeEach
    void open() {
        interviews = new Interviews(Postgres.dataSource());
        WorkerName name = new WorkerName(() -> Optional.of("the tested worker"), new Random());
        claims = new Claims(
                new Database(Postgres.dataSource()),
                new Announcements(Clock.systemUTC()),
                new Lease(Duration.ofSeconds(15), Duration.ofSeconds(5)),
                name);
    }

    @Test
    void claimsAnAnswerThatWaits() {
        // given
        StoredAnswer answer = interviews.anAnswer().stored();

        // when
        List<Claim> claimed = claims.claim(List.of(answer.id()));

        // then
        assertThat(claimed).containsExactly(new Claim(answer.id(), 1));
        AnswerRow row = interviews.answer(answer);
        assertThat(row.status()).isEqualTo(AnswerStatus.SCORING);
        assertThat(row.attempt()).isEqualTo(1);
        assertThat(row.leaseOwner()).isEqualTo("the tested worker");
        assertThat(row.leaseExpiresAt())
                .isBetween(Instant.now().plusSeconds(5), Instant.now().plusSeconds(16));
    }

    @Test
    void claimsOnlyAnswersThatWait() {
        // given
        StoredAnswer waiting = interviews.anAnswer().stored();
        StoredAnswer due = interviews.anAnswer().nextAttemptIn("-1s").stored();
        StoredAnswer notDue = interviews.anAnswer().nextAttemptIn("1h").stored();
        StoredAnswer scoring = interviews.anAnswer().scoring(1, "1h").stored();
        StoredAnswer scored =
                interviews.anAnswer().finished(AnswerStatus.SCORED).stored();
        StoredAnswer failed =
                interviews.anAnswer().finished(AnswerStatus.FAILED).stored();

        // when
        List<Claim> claimed = claims.claim(List.of(
                waiting.id(), due.id(), notDue.id(), scoring.id(), scored.id(), failed.id(), UUID.randomUUID()));

        // then
        assertThat(claimed).extracting(Claim::answerId).containsExactlyInAnyOrder(waiting.id(), due.id());
        assertThat(interviews.answer(due).nextAttemptAt()).isNull();
    }

    @Test
    void claimsAnAnswerOnceAlthoughItIsAnnouncedTwice() {
        // given
        StoredAnswer answer = interviews.anAnswer().stored();
        claims.claim(List.of(answer.id()));

        // when
        List<Claim> again = claims.claim(List.of(answer.id(), answer.id()));

        // then
        assertThat(again).isEmpty();
        assertThat(interviews.answer(answer).attempt()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForAnAnswerThatAnotherOneHasLocked() throws SQLException {
        // given
        StoredAnswer locked = interviews.anAnswer().stored();
        StoredAnswer free = interviews.anAnswer().stored();
        try (Connection other = Postgres.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select 1 from answer where id = '%s' for update".formatted(locked.id()));

            // when
            List<Claim> claimed = claims.claim(List.of(locked.id(), free.id()));

            // then
            assertThat(claimed).extracting(Claim::answerId).containsExactly(free.id());
        }
    }

    @Test
    void countsTheFenceUpWithEveryClaim() {
        // given
        StoredAnswer answer = interviews.anAnswer().stored();
        claims.giveBack(claims.claim(List.of(answer.id())));

        // when
        List<Claim> second = claims.claim(List.of(answer.id()));

        // then
        assertThat(second).containsExactly(new Claim(answer.id(), 2));
    }

    @Test
    void renewsOnlyWhatItStillHolds() {
        // given
        StoredAnswer held = interviews.anAnswer().scoring(3, "1s").stored();
        StoredAnswer takenOver = interviews.anAnswer().scoring(8, "1s").stored();
        StoredAnswer finished =
                interviews.anAnswer().finished(AnswerStatus.SCORED).stored();
        Instant before = interviews.answer(takenOver).leaseExpiresAt();

        // when
        List<Claim> renewed = claims.renew(
                List.of(new Claim(held.id(), 3), new Claim(takenOver.id(), 7), new Claim(finished.id(), 0)));

        // then
        assertThat(renewed).containsExactly(new Claim(held.id(), 3));
        assertThat(interviews.answer(held).leaseExpiresAt())
                .isAfter(Instant.now().plusSeconds(5));
        assertThat(interviews.answer(takenOver).leaseExpiresAt()).isEqualTo(before);
    }

    @Test
    void forgetsTheClaimsThatItLost() {
        // given
        StoredAnswer held = interviews.anAnswer().scoring(3, "1s").stored();
        StoredAnswer takenOver = interviews.anAnswer().scoring(8, "1s").stored();
        InFlight inFlight = new InFlight(new SimpleMeterRegistry());
        inFlight.add(List.of(new Claim(held.id(), 3), new Claim(takenOver.id(), 7)));

        // when
        new LeaseRenewal(inFlight, claims).renewAll();

        // then
        assertThat(inFlight.list()).containsExactly(new Claim(held.id(), 3));
    }

    @Test
    void givesAnswersBackAtOnceAndWithoutAFailure() {
        // given
        StoredAnswer mine = interviews.anAnswer().scoring(3, "1h").failures(2).stored();
        StoredAnswer takenOver = interviews.anAnswer().scoring(8, "1h").stored();

        // when
        int given = claims.giveBack(List.of(new Claim(mine.id(), 3), new Claim(takenOver.id(), 7)));

        // then
        assertThat(given).isEqualTo(1);
        AnswerRow row = interviews.answer(mine);
        assertThat(row.status()).isEqualTo(AnswerStatus.QUEUED);
        assertThat(row.failures()).isEqualTo(2);
        assertThat(row.leaseOwner()).isNull();
        assertThat(interviews.announcements(mine)).isEqualTo(1);
        assertThat(interviews.answer(takenOver).status()).isEqualTo(AnswerStatus.SCORING);
        assertThat(interviews.announcements(takenOver)).isZero();
    }
}
