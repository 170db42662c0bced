package dev.greenroom.worker.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.worker.lease.Claim;
import dev.greenroom.worker.lease.InFlight;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpinionRoomTest {

    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch door = new CountDownLatch(1);
    private InFlight inFlight;
    private OpinionRoom room;

    private record Room(int inFlight, int waiting, Duration gap, Duration patience) implements OpinionConfig {}

    @BeforeEach
    void open() {
        inFlight = new InFlight(new SimpleMeterRegistry());
        room = new OpinionRoom(
                new Room(2, 1, Duration.ofSeconds(1), Duration.ofHours(1)), inFlight, new SimpleMeterRegistry());
    }

    @Test
    void doesWorkInOrderOfArrivalAsPlacesBecomeFree() {
        // given
        comeIn(claim());
        comeIn(claim());
        comeIn(claim());

        // when
        door.countDown();

        // then
        await().untilAsserted(() -> assertThat(done).hasValue(3));
    }

    @Test
    void turnsAwayWhomItHasNoRoomFor() {
        // given
        comeIn(claim());
        comeIn(claim());
        comeIn(claim());

        // when
        boolean admitted = room.admit(claim(), done::incrementAndGet);

        // then
        assertThat(admitted).isFalse();
        assertThat(done).hasValue(0);
        door.countDown();
    }

    @Test
    void doesNotBeginWorkWhoseClaimWasLostMeanwhile() {
        // given
        comeIn(claim());
        comeIn(claim());
        Claim lost = claim();
        comeIn(lost);
        inFlight.remove(lost);

        // when
        door.countDown();

        // then: whoever comes later has his turn after the lost one
        await().until(() -> room.admit(claim(), done::incrementAndGet));
        await().untilAsserted(() -> assertThat(done).hasValue(3));
    }

    @Test
    void showsWhoWaits() {
        // given
        Claim claim = claim();

        // when
        comeIn(claim);

        // then
        assertThat(inFlight.listWaiting()).containsExactly(claim);
        door.countDown();
    }

    private Claim claim() {
        Claim claim = new Claim(UUID.randomUUID(), 1);
        inFlight.add(List.of(claim));
        return claim;
    }

    /** Comes in on a thread of its own and returns when it waits there. */
    private void comeIn(Claim claim) {
        Thread.startVirtualThread(() -> room.admit(claim, this::passTheDoor));
        await().untilAsserted(() -> assertThat(inFlight.listWaiting()).contains(claim));
    }

    private void passTheDoor() {
        try {
            door.await();
            done.incrementAndGet();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
