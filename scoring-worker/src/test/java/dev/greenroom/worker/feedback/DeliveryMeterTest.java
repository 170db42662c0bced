package dev.greenroom.worker.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.worker.feedback.DeliveryMeter.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryMeterTest {

    @Test
    void countsWordsFillersAndLongPauses() {
        // given
        List<Timing> timings = List.of(new Timing(0, 400), new Timing(2_400, 2_700), new Timing(4_699, 5_000));

        // when
        Delivery delivery = DeliveryMeter.measure("Um it is, you know, lazy", 30_000L, timings);

        // then
        assertThat(delivery).isEqualTo(new Delivery(6, 12, 4.0, 1));
    }

    @Test
    void leavesOutWhatItCannotMeasure() {
        assertThat(DeliveryMeter.measure("It is lazy", null, null)).isEqualTo(new Delivery(3, null, null, null));
    }

    @Test
    void doesNotDivideByNoTimeAtAll() {
        assertThat(DeliveryMeter.measure("It is lazy", 0L, List.of())).isEqualTo(new Delivery(3, null, null, 0));
    }
}
