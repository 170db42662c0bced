package dev.greenroom.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.greenroom.api.problem.WholeText;
import java.io.IOException;

/** Refuses texts and names of entries that are no whole text. */
class WholeTextModule extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final String COMPLAINT = "holds NUL or a half of a surrogate pair";

    WholeTextModule() {
        addDeserializer(String.class, new Value());
        addKeyDeserializer(String.class, new Key());
    }

    private static final class Value extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Value() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return WholeText.is(text) ? text : (String) context.handleWeirdStringValue(String.class, text, COMPLAINT);
        }
    }

    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return WholeText.is(key) ? key : context.handleWeirdKey(String.class, key, COMPLAINT);
        }
    }
}
