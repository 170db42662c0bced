package dev.greenroom.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stops reading a list or a map at the entry that is one too many: were all looked at, a small request could have so much
 * wrong with it that the complaints fill the heap.
 */
class BoundedReader extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Size bounds;

    BoundedReader(JsonDeserializer<?> reader) {
        this(reader, null);
    }

    private BoundedReader(JsonDeserializer<?> reader, @Nullable Size bounds) {
        super(reader);
        this.bounds = bounds;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
        return new BoundedReader(reader, bounds);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonDeserializer<?> reader = super.createContextual(context, property);
        Size ofProperty = property == null ? null : property.getAnnotation(Size.class);
        return ofProperty == null ? reader : new BoundedReader(reader.getDelegatee(), ofProperty);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return super.deserialize(bounds == null ? parser : new CountingParser(parser, bounds), context);
    }
}
