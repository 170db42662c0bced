package dev.greenroom.model.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.model.json.StoredJson;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Events as JSON. A reader accepts fields that it does not know, so that a newer writer may add some. */
public final class EventCodec {

    private static final ObjectMapper JSON = StoredJson.MAPPER;

    private EventCodec() {}

    public static String encode(EventEnvelope event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a message, whatever it holds; it never throws. */
    public static DecodedEvent decode(@Nullable String message) {
        if (message == null) {
            return new DecodedEvent.Unreadable("no content");
        }
        try {
            JsonNode tree = JSON.readTree(message);
            int version = tree.path("schemaVersion").asInt();
            if (version != EventEnvelope.SCHEMA_VERSION) {
                return new DecodedEvent.Unreadable("unknown schema version " + version);
            }
            return complete(JSON.treeToValue(tree, EventEnvelope.class));
        } catch (JsonProcessingException e) {
            return new DecodedEvent.Unreadable("not an event: " + e.getOriginalMessage());
        }
    }

    @SuppressWarnings("ConstantValue") // Jackson leaves absent fields null, whatever the types say
    private static DecodedEvent complete(EventEnvelope event) {
        boolean whole = event.eventId() != null
                && event.type() != null
                && event.tenantId() != null
                && event.sessionId() != null
                && event.time() != null;
        return whole ? new DecodedEvent.Understood(event) : new DecodedEvent.Unreadable("fields are missing");
    }
}
