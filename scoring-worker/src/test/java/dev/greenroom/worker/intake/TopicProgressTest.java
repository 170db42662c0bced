package dev.greenroom.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.worker.fixtures.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicProgressTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final InstantSource time = () -> now;
    private final TopicProgress progress = new TopicProgress(time.withZone(ZoneOffset.UTC));

    @Test
    void knowsNothingAtFirst() {
        assertThat(progress.until()).isEqualTo(Instant.MIN);
    }

    @Test
    void goesByTheNewestMessageThatCame() {
        // when
        progress.note(Messages.sentAt(NOON.minusSeconds(90), NOON.minusSeconds(60)));
        progress.note(Messages.sentAt(NOON.minusSeconds(70))); // a redelivery

        // then
        assertThat(progress.until()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void hasSeenEverythingWhenNothingComesForAWhile() {
        // given
        progress.note(Messages.sentAt(NOON.minusSeconds(60)));

        // when
        progress.note(List.of());
        now = NOON.plusSeconds(9);
        progress.note(List.of());
        Instant early = progress.until();
        now = NOON.plusSeconds(10);
        progress.note(List.of());

        // then
        assertThat(early).isEqualTo(NOON.minusSeconds(60));
        assertThat(progress.until()).isEqualTo(Instant.MAX);
    }

    @Test
    void takesNoPauseBetweenPollsForSilence() {
        // given
        progress.note(Messages.sentAt(NOON.minusSeconds(60)));

        // when
        now = NOON.plusSeconds(300); // no slot was free
        progress.note(List.of());

        // then
        assertThat(progress.until()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test
    void goesByMessagesAgainWhenTheyCome() {
        // given
        progress.note(List.of());
        now = NOON.plusSeconds(20);
        progress.note(List.of());

        // when
        progress.note(Messages.sentAt(NOON.plusSeconds(1)));

        // then
        assertThat(progress.until()).isEqualTo(NOON.plusSeconds(1));
    }
}
