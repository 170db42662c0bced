package dev.greenroom.api.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final DeliverySettings SHIPPED = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(DeliverySettings.class)
            .build()
            .getConfigMapping(DeliverySettings.class);

    /** As the specification of Standard Webhooks has it. */
    @Test
    void triesTenTimesOverThreeDays() {
        assertThat(SHIPPED.gaps())
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
        assertThat(SHIPPED.gaps().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(75 * 60 + 35).plusSeconds(5));
    }

    @Test
    void endsAfterTheLastGap() {
        Schedule schedule = new Schedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), new Random(1));

        assertThat(schedule.gapAfter(2)).isPresent();
        assertThat(schedule.gapAfter(3)).isEqualTo(Optional.empty());
    }

    @Property(tries = 200)
    void staysWithinATenthOfEachGap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int attempt) {
        Duration gap =
                new Schedule(SHIPPED.gaps(), new Random(seed)).gapAfter(attempt).orElseThrow();

        Duration planned = SHIPPED.gaps().get(attempt - 1);
        assertThat(gap)
                .isBetween(
                        planned.multipliedBy(9).dividedBy(10),
                        planned.multipliedBy(11).dividedBy(10));
    }

    @Test
    void spreadsWhatFailedTogether() {
        Schedule schedule = new Schedule(SHIPPED.gaps(), new Random(1));

        assertThat(IntStream.range(0, 50).mapToObj(_ -> schedule.gapAfter(1)).distinct())
                .hasSizeGreaterThan(45);
    }
}
