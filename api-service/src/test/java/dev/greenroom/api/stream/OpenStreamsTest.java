package dev.greenroom.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

    private final OpenStreams streams =
            new OpenStreams(new Settings(2, 3), new StreamMetrics(new SimpleMeterRegistry()), new SplittableRandom(7));
    private final UUID session = new UUID(1, 1);
    private final AtomicInteger hungUp = new AtomicInteger();
    private long nanos = 7;

    private AssertSubscriber<Signal> open() {
        return open(session);
    }

    private AssertSubscriber<Signal> open(UUID of) {
        SessionStream stream =
                new SessionStream(0, _ -> new Chapter(List.of(), false, false), Runnable::run, () -> nanos);
        OpenStreams.Entry entry = new OpenStreams.Entry(of, stream, hungUp::incrementAndGet);
        streams.add(entry);
        AssertSubscriber<Signal> client = stream.signals(Duration.ofSeconds(1))
                .onTermination()
                .invoke(() -> streams.remove(entry))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        return client.request(1); // as who takes one after the other
    }

    private void passes(Duration time) {
        nanos += time.toNanos();
        streams.lookAfter();
    }

    @Test
    void isFullWhenItKeepsAsManyAsItMay() {
        open();
        open();
        assertThat(streams.isFull()).isFalse();

        AssertSubscriber<Signal> third = open(new UUID(2, 2));

        assertThat(streams.isFull()).isTrue();
        third.cancel();
        assertThat(streams.isFull()).isFalse();
    }

    @Test
    void endsTheOldestOfASessionForANewOneAndHasItComeBackLate() {
        AssertSubscriber<Signal> oldest = open();
        AssertSubscriber<Signal> older = open();

        AssertSubscriber<Signal> newest = open();

        oldest.assertCompleted();
        assertThat(oldest.getLastItem())
                .isInstanceOfSatisfying(
                        Signal.Retry.class,
                        retry -> assertThat(retry.delay()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30)));
        older.assertNotTerminated();
        newest.assertNotTerminated();
        assertThat(streams.of(session)).hasSize(2);
    }

    @Test
    void endsWhatHasLastedLongEnough() {
        AssertSubscriber<Signal> stream = open();
        passes(Duration.ofMinutes(14));
        stream.request(1).assertNotTerminated();

        passes(Duration.ofMinutes(1));

        stream.assertCompleted();
        assertThat(stream.getLastItem()).isInstanceOf(Signal.Retry.class);
        assertThat(streams.sessions()).isEmpty();
    }

    @Test
    void hangsUpOnAClientThatTakesNothing() {
        SessionStream stream =
                new SessionStream(0, _ -> new Chapter(List.of(), false, false), Runnable::run, () -> nanos);
        streams.add(new OpenStreams.Entry(session, stream, hungUp::incrementAndGet));
        stream.signals(Duration.ofSeconds(1)).subscribe().withSubscriber(AssertSubscriber.create(1));
        passes(Duration.ofSeconds(29));
        assertThat(hungUp).hasValue(0);

        passes(Duration.ofSeconds(1));

        assertThat(hungUp).hasValue(1);
        assertThat(stream.ending()).isEqualTo(Ending.SLOW);
    }

    @Test
    void endsAllAndWhateverComesLateWhenTheServiceStops() {
        AssertSubscriber<Signal> before = open();

        streams.stop(new ShutdownDelayInitiatedEvent());
        AssertSubscriber<Signal> after = open();

        before.assertCompleted();
        after.assertCompleted();
        assertThat(after.getItems()).hasSize(2).allMatch(Signal.Retry.class::isInstance);
    }

    @Test
    void drawsWhenToComeBackAnewEachTime() {
        List<Duration> delays =
                List.of(streams.retry(), streams.retry(), streams.retry(), streams.retry(), streams.retry());

        assertThat(delays)
                .doesNotHaveDuplicates()
                .allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }

    private record Settings(int perSession, int atOnce) implements StreamSettings {

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration writePatience() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration retry() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration lookEvery() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int readers() {
            return 4;
        }
    }
}
