package dev.greenroom.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SessionStreamTest {

    private static final Duration RETRY = Duration.ofMillis(1_900);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** The session's newest event. */
    private long newest = 3;

    private boolean over;
    private boolean away;
    private long nanos = 5;

    private final List<Long> reads = new ArrayList<>();
    private final SessionStream stream = new SessionStream(0, this::read, Runnable::run, () -> nanos);
    private final AssertSubscriber<Signal> client = AssertSubscriber.create();

    private Chapter read(long after) {
        reads.add(after);
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        List<EventView> page = LongStream.rangeClosed(after + 1, Math.min(newest, after + 2))
                .mapToObj(SessionStreamTest::event)
                .toList();
        long told = after + page.size();
        return new Chapter(page, told < newest, over && told == newest);
    }

    private static EventView event(long cursor) {
        return new EventView(
                cursor,
                "turn.asked",
                "ses_1",
                Instant.EPOCH,
                null,
                null,
                new EventView.Links("/v1/sessions/ses_1", null));
    }

    private static Signal told(long cursor) {
        return new Signal.Told(event(cursor));
    }

    private void follow(long demand) {
        stream.signals(RETRY).subscribe().withSubscriber(client);
        client.request(demand);
    }

    @Test
    void beginsWithTheRetryAndTellsTheHistoryPageByPage() {
        follow(10);

        assertThat(client.getItems()).containsExactly(new Signal.Retry(RETRY), told(1), told(2), told(3));
        assertThat(reads).containsExactly(0L, 2L);
    }

    @Test
    void readsNoFurtherThanOnePageAheadOfItsClient() {
        newest = 100;

        follow(2);

        assertThat(client.getItems()).containsExactly(new Signal.Retry(RETRY), told(1));
        assertThat(reads).containsExactly(0L);
    }

    @Test
    void asksNobodyUntilItIsRung() {
        follow(100);
        newest = 4;
        assertThat(client.getItems()).hasSize(4);

        stream.ring();

        assertThat(client.getItems()).hasSize(5).endsWith(told(4));
    }

    @Test
    void losesNoRingThatComesWhileTheClientIsBusy() {
        follow(4);
        newest = 4;
        stream.ring();

        client.request(1);

        assertThat(client.getItems()).endsWith(told(4));
    }

    @Test
    void ringsOnlyForWhatItHasNotTold() {
        follow(100);
        int before = reads.size();

        stream.ringFor(3);
        assertThat(reads).hasSize(before);

        newest = 4;
        stream.ringFor(4);
        assertThat(client.getItems()).endsWith(told(4));
    }

    @Test
    void outlivesADatabaseThatIsAway() {
        follow(100);
        newest = 4;
        away = true;
        stream.ring();
        assertThat(client.getItems()).endsWith(new Signal.Heartbeat());
        client.assertNotTerminated();

        away = false;
        stream.ringFor(4);

        assertThat(client.getItems()).endsWith(told(4));
    }

    @Test
    void endsWhenTheHistoryDoes() {
        over = true;

        follow(100);

        client.assertCompleted();
        assertThat(client.getItems()).endsWith(told(3));
        assertThat(stream.ending()).isEqualTo(Ending.OVER);
    }

    @Test
    void takesLeaveWithARetryAfterWhatIsUnderWay() {
        follow(2);
        stream.end(Ending.STOPPING, SECOND);
        assertThat(client.getItems()).endsWith(told(1));

        client.request(10);

        client.assertCompleted();
        assertThat(client.getItems())
                .containsExactly(new Signal.Retry(RETRY), told(1), told(2), new Signal.Retry(SECOND));
        assertThat(stream.ending()).isEqualTo(Ending.STOPPING);
    }

    @Test
    void beatsWhenItHasBeenSilent() {
        follow(4);
        client.request(1); // as who has taken all
        stream.beat(SECOND);
        assertThat(client.getItems()).endsWith(told(3));

        passes(SECOND);
        stream.beat(SECOND);

        assertThat(client.getItems()).endsWith(new Signal.Heartbeat());
    }

    @Test
    void isStuckWhenItsClientTakesNothing() {
        follow(4);
        passes(SECOND);
        assertThat(stream.isStuck(SECOND)).isTrue();

        client.request(1);

        assertThat(stream.isStuck(SECOND)).isFalse();
        assertThat(stream.ending()).as("nobody has ended it").isEqualTo(Ending.LEFT);
        stream.cut();
        assertThat(stream.ending()).isEqualTo(Ending.SLOW);
    }

    @Test
    void ages() {
        assertThat(stream.isOlderThan(SECOND)).isFalse();

        passes(SECOND);

        assertThat(stream.isOlderThan(SECOND)).isTrue();
    }

    private void passes(Duration time) {
        nanos += time.toNanos();
    }
}
