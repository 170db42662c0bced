package dev.greenroom.worker.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void goesOnAfterARoundThatFailed() {
        // given
        AtomicInteger done = new AtomicInteger();

        // when
        try (Rounds rounds = Rounds.start("tested", Duration.ofMillis(1), new Random(), () -> {
            if (done.incrementAndGet() < 3) {
                throw new IllegalStateException("the first rounds fail");
            }
        })) {

            // then
            await().untilAsserted(() -> assertThat(done).hasValueGreaterThan(5));
            assertThat(rounds.isAlive()).isTrue();
        }
    }

    @Test
    void stopsWhenItIsClosed() {
        // given
        Rounds rounds = Rounds.start("tested", Duration.ofHours(1), new Random(), () -> {});

        // when
        rounds.close();

        // then
        assertThat(rounds.isAlive()).isFalse();
    }
}
