package dev.greenroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacingTest {

    private static final long NOW = -5_000_000_000L; // the origin of nanoTime is anywhere

    @Test
    void letsABurstThroughAndHoldsBackWhatFollows() {
        Pacing pacing = new Pacing(Duration.ofMillis(40), 3);

        assertThat(IntStream.range(0, 5).mapToLong(_ -> pacing.delay(NOW)))
                .containsExactly(0L, 0L, 0L, 40_000_000L, 80_000_000L);
    }

    @Test
    void letsOneMoreThroughForEachIntervalOfRest() {
        Pacing pacing = new Pacing(Duration.ofMillis(40), 2);
        pacing.delay(NOW);
        pacing.delay(NOW);

        assertThat(pacing.delay(NOW + 40_000_000L)).isZero();
        assertThat(pacing.delay(NOW + 50_000_000L)).isEqualTo(30_000_000L);
    }

    @Test
    void forgetsALongRest() {
        Pacing pacing = new Pacing(Duration.ofMillis(40), 2);
        pacing.delay(NOW);
        long later = NOW + Duration.ofHours(1).toNanos();

        assertThat(IntStream.range(0, 3).mapToLong(_ -> pacing.delay(later))).containsExactly(0L, 0L, 40_000_000L);
    }
}
