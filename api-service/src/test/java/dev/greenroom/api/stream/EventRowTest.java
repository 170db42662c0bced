package dev.greenroom.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.event.EventType;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventRowTest {

    @ParameterizedTest
    @EnumSource
    void namesEventsAsTheirMessagesDo(EventType type) {
        assertThat(EventRow.wireName(type.name())).isEqualTo(type.wireName());
    }

    @Test
    void tellsOfWhatOnlyALaterReleaseKnows() {
        EventRow row =
                new EventRow(7, "CANDIDATE_WAVED", new UUID(7, 1), new UUID(7, 2), Instant.EPOCH, null, null, "joy");

        EventView view = row.view(new UUID(7, 3), null, false);

        assertThat(view.type()).isEqualTo("candidate.waved");
        assertThat(view.answer()).isNull();
        assertThat(view.links().answer()).startsWith("/v1/answers/ans_");
    }
}
