package dev.greenroom.api.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.greenroom.model.digest.Sha256;
import dev.greenroom.model.json.StoredJson;
import java.util.Arrays;

/** Content of the bank as it is stored: the same content is always the same text and so has the same hash. */
@SuppressWarnings("ArrayRecordComponent") // a hash, compared by Arrays.equals
public record StoredContent(String body, byte[] hash) {

    /** Properties and map entries in alphabetical order. */
    private static final ObjectMapper CANONICAL = StoredJson.MAPPER
            .rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public static StoredContent of(Object content) {
        try {
            String body = CANONICAL.writeValueAsString(content);
            return new StoredContent(body, Sha256.of(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean hasHash(byte[] other) {
        return Arrays.equals(hash, other);
    }
}
