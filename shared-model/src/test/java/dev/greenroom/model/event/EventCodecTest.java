package dev.greenroom.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EventCodecTest {

    private static final EventEnvelope SUBMITTED = new EventEnvelope(
            new UUID(1, 1),
            EventType.ANSWER_SUBMITTED,
            EventEnvelope.SCHEMA_VERSION,
            new UUID(2, 2),
            new UUID(3, 3),
            new UUID(4, 4),
            new UUID(5, 5),
            1,
            null,
            Instant.parse("2026-03-04T05:06:07.123456Z"),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    @Example
    void readsWhatItWrote() {
        assertThat(EventCodec.decode(EventCodec.encode(SUBMITTED))).isEqualTo(new DecodedEvent.Understood(SUBMITTED));
    }

    @Example
    void namesTheTypeAsClientsSeeIt() {
        assertThat(EventCodec.encode(SUBMITTED)).contains("\"type\":\"answer.submitted\"");
    }

    @Example
    void acceptsFieldsOfANewerWriter() {
        String message = EventCodec.encode(SUBMITTED).replaceFirst("\\{", "{\"mood\":\"good\",");

        assertThat(EventCodec.decode(message)).isInstanceOf(DecodedEvent.Understood.class);
    }

    @Example
    void setsAsideANewerVersionOfTheEnvelope() {
        String message = EventCodec.encode(SUBMITTED).replace("\"schemaVersion\":1", "\"schemaVersion\":2");

        assertThat(EventCodec.decode(message)).isEqualTo(new DecodedEvent.Unreadable("unknown schema version 2"));
    }

    @Example
    void setsAsideAnEventWithoutASession() {
        String message = EventCodec.encode(SUBMITTED).replaceFirst("\"sessionId\":\"[^\"]*\",", "");

        assertThat(EventCodec.decode(message)).isEqualTo(new DecodedEvent.Unreadable("fields are missing"));
    }

    @Example
    void setsAsideNothingAtAll() {
        assertThat(EventCodec.decode(null)).isEqualTo(new DecodedEvent.Unreadable("no content"));
    }

    @Property
    void neverThrowsWhateverTheMessageSays(@ForAll String message) {
        assertThat(EventCodec.decode(message)).isInstanceOf(DecodedEvent.Unreadable.class);
    }

    @Property
    void neverThrowsHoweverAnEventIsCutOff(@ForAll int length) {
        String whole = EventCodec.encode(SUBMITTED);

        assertThat(EventCodec.decode(whole.substring(0, Math.floorMod(length, whole.length()))))
                .isInstanceOf(DecodedEvent.Unreadable.class);
    }
}
