package dev.greenroom.worker.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.interview.AnswerStatus;
import dev.greenroom.worker.database.Database;
import dev.greenroom.worker.fixtures.AnswerRow;
import dev.greenroom.worker.fixtures.Interviews;
import dev.greenroom.worker.fixtures.Messages;
import dev.greenroom.worker.fixtures.Postgres;
import dev.greenroom.worker.fixtures.StoredAnswer;
import dev.greenroom.worker.intake.TopicProgress;
import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.publishing.Announcements;
import dev.greenroom.worker.writing.RetryConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Postgres.class)
class SweepingTest {

    private static final int MAX_FAILURES = 4;

    private Interviews interviews;
    private Sweeping sweeping;
    private TopicProgress progress;
    private Instant now;

    private record Retry(int maxFailures, Duration base, Duration cap) implements RetryConfig {}

    private record Sweep(Duration interval, Duration forgottenAfter) implements SweepConfig {}

    @BeforeEach
    void open() {
        interviews = new Interviews(Postgres.dataSource());
        interviews.tables().update("delete from outbox");
        interviews.tables().update("delete from answer");
        InstantSource time = () -> now;
        now = Instant.now();
        progress = new TopicProgress(time.withZone(ZoneOffset.UTC));
        letTheTopicBeEmpty();
        sweeping = sweepingWith(progress);
    }

    private static Sweeping sweepingWith(TopicProgress progress) {
        return new Sweeping(
                new Database(Postgres.dataSource()),
                new Announcements(Clock.systemUTC()),
                progress,
                new Retry(MAX_FAILURES, Duration.ofSeconds(1), Duration.ofSeconds(60)),
                new Sweep(Duration.ofSeconds(1), Duration.ofSeconds(30)));
    }

    private void letTheTopicBeEmpty() {
        progress.note(List.of());
        now = now.plusSeconds(60);
        progress.note(List.of());
    }

    @Test
    void announcesAnAnswerAgainWhoseLeaseHasExpired() {
        // given
        StoredAnswer expired =
                interviews.anAnswer().scoring(3, "-1s").failures(1).stored();
        StoredAnswer alive = interviews.anAnswer().scoring(3, "1h").stored();

        // when
        int announced = sweeping.announceExpired();

        // then
        assertThat(announced).isEqualTo(1);
        AnswerRow row = interviews.answer(expired);
        assertThat(row.status()).isEqualTo(AnswerStatus.QUEUED);
        assertThat(row.failures()).isEqualTo(2);
        assertThat(row.attempt()).isEqualTo(3);
        assertThat(row.leaseOwner()).isNull();
        assertThat(interviews.announcements(expired)).isEqualTo(1);
        assertThat(interviews.answer(alive).status()).isEqualTo(AnswerStatus.SCORING);
    }

    @Test
    void takesOverAnAnswerWhoseLeaseHasExpiredOnceTooOften() {
        // given
        StoredAnswer exhausted = interviews
                .anAnswer()
                .scoring(6, "-1s")
                .failures(MAX_FAILURES - 1)
                .stored();

        // when
        List<Claim> claims = sweeping.takeOverExhausted();

        // then
        assertThat(claims).containsExactly(new Claim(exhausted.id(), 7));
        assertThat(sweeping.takeOverExhausted()).isEmpty();
        assertThat(sweeping.announceExpired()).isZero();
        assertThat(interviews.announcements(exhausted)).isZero();
    }

    @Test
    void announcesARetryWhenItIsDue() {
        // given
        StoredAnswer due =
                interviews.anAnswer().nextAttemptIn("-1s").failures(2).stored();
        StoredAnswer notDue = interviews.anAnswer().nextAttemptIn("1h").stored();

        // when
        int announced = sweeping.announceDue();

        // then
        assertThat(announced).isEqualTo(1);
        assertThat(interviews.answer(due).nextAttemptAt()).isNull();
        assertThat(interviews.answer(due).failures()).isEqualTo(2);
        assertThat(interviews.announcements(due)).isEqualTo(1);
        assertThat(interviews.announcements(notDue)).isZero();
    }

    @ParameterizedTest(name = "announced {0} times, last {1} ago: {2}")
    @CsvSource({
        "1, 25s, false",
        "1, 35s, true",
        "2, 35s, false",
        "2, 65s, true",
        "5, 470s, false",
        "5, 490s, true",
        "12, 59min, false",
        "12, 61min, true",
        "9999, 61min, true"
    })
    void announcesAForgottenAnswerAgainAtGrowingIntervals(int times, String ago, boolean again) {
        // given
        StoredAnswer answer = interviews.anAnswer().announced(times, ago).stored();

        // when
        int announced = sweeping.announceForgotten();

        // then
        assertThat(announced).isEqualTo(again ? 1 : 0);
        assertThat(interviews.announcements(answer)).isEqualTo(again ? 1 : 0);
        assertThat(interviews.answer(answer).announcements()).isEqualTo(again ? times + 1 : times);
    }

    @Test
    void leavesABacklogAloneThatTheWorkersHaveNotComeTo() {
        // given
        interviews.anAnswer().announced(1, "10min").stored();
        letMessagesComeThatWereSent(Duration.ofMinutes(11));

        // when
        int announced = sweeping.announceForgotten();

        // then
        assertThat(announced).isZero();
    }

    @Test
    void announcesAnAnswerAgainThatLaterOnesHaveOvertaken() {
        // given
        StoredAnswer lost = interviews.anAnswer().announced(1, "10min").stored();
        StoredAnswer behind = interviews.anAnswer().announced(1, "9min").stored();
        letMessagesComeThatWereSent(Duration.ofMinutes(9));

        // when
        int announced = sweeping.announceForgotten();

        // then
        assertThat(announced).isEqualTo(1);
        assertThat(interviews.announcements(lost)).isEqualTo(1);
        assertThat(interviews.announcements(behind)).isZero();
    }

    @Test
    void announcesNothingAgainBeforeTheTopicIsHeardOf() {
        // given
        interviews.anAnswer().announced(1, "10min").stored();
        progress = new TopicProgress(Clock.systemUTC());
        sweeping = sweepingWith(progress);

        // when
        int announced = sweeping.announceForgotten();

        // then
        assertThat(announced).isZero();
    }

    private void letMessagesComeThatWereSent(Duration ago) {
        progress.note(Messages.sentAt(Instant.now().minus(ago)));
    }

    @Test
    void doesNotAnnounceWhatStillWaitsInTheOutbox() {
        // given
        StoredAnswer answer =
                interviews.anAnswer().announced(1, "10min").inTheOutbox().stored();

        // when
        int announced = sweeping.announceForgotten();

        // then
        assertThat(announced).isZero();
        assertThat(interviews.announcements(answer)).isEqualTo(1);
    }

    @Test
    void doesNotTakeARetryThatIsNotDueForForgotten() {
        // given
        interviews.anAnswer().announced(1, "10min").nextAttemptIn("1h").stored();

        // when
        int announced = sweeping.announceForgotten();

        // then
        assertThat(announced).isZero();
    }

    @Test
    void restartsTheClockWithEachAnnouncement() {
        // given
        StoredAnswer answer = interviews.anAnswer().announced(1, "10min").stored();

        // when
        sweeping.announceForgotten();

        // then
        assertThat(interviews.answer(answer).announcedAt())
                .isAfter(Instant.now().minusSeconds(60));
        assertThat(sweeping.announceForgotten()).isZero();
    }

    @Test
    void skipsWhatAnotherWorkerIsSweeping() throws SQLException {
        // given
        StoredAnswer locked = interviews.anAnswer().scoring(3, "-9s").stored();
        StoredAnswer free = interviews.anAnswer().scoring(3, "-1s").stored();
        try (Connection other = Postgres.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select 1 from answer where id = '%s' for update".formatted(locked.id()));

            // when
            int announced = sweeping.announceExpired();

            // then
            assertThat(announced).isEqualTo(1);
            assertThat(interviews.announcements(free)).isEqualTo(1);
        }
    }
}
