package dev.greenroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayProducerTest {

    @Test
    void keepsTheConnectionButNotItsRisks() {
        // given
        Map<String, String> connection = Map.of("bootstrap.servers", "broker:9092", "acks", "1", "linger.ms", "500");

        // when
        Map<String, Object> settings = RelayProducer.settings(connection);

        // then
        assertThat(settings)
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", 0);
    }
}
