package dev.greenroom.worker.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Property
    void staysBetweenHalfTheFirstGapAndTheCap(
            @ForAll @IntRange(max = 1_000_000) int failures,
            @ForAll @IntRange(min = 1, max = 1_000) int base,
            @ForAll @IntRange(min = 1_000, max = 100_000) int cap,
            @ForAll long seed) {
        BackOff backOff = new BackOff(Duration.ofMillis(base), Duration.ofMillis(cap), new Random(seed));

        Duration gap = backOff.gap(failures);

        assertThat(gap).isBetween(Duration.ofMillis(base).dividedBy(2), Duration.ofMillis(cap));
    }

    @Test
    void doublesWithEachFailure() {
        // given
        BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(3));

        // when
        Duration fourth = backOff.gap(3);

        // then
        assertThat(fourth).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }
}
