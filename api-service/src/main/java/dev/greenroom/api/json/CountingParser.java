package dev.greenroom.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Violation;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Counts the entries of the list or map that has just begun, and refuses the one that is too many. */
class CountingParser extends JsonParserDelegate {

    private final Size bounds;
    private final JsonStreamContext place;
    private int depth;
    private int entries;

    CountingParser(JsonParser parser, Size bounds) {
        super(parser);
        this.bounds = bounds;
        this.place = parser.getParsingContext().getParent();
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token != null) {
            count(token);
        }
        return token;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        boolean skips = currentToken() != null && currentToken().isStructStart();
        super.skipChildren();
        depth -= skips ? 1 : 0;
        return this;
    }

    private void count(JsonToken token) {
        if (depth == 0 && (token.isScalarValue() || token.isStructStart()) && ++entries > bounds.max()) {
            throw new Fault.Unacceptable(
                    "validation_failed",
                    "Some values of the request are not acceptable.",
                    new Violation(
                            place.pathAsPointer().toString(),
                            "size must be between %d and %d".formatted(bounds.min(), bounds.max())));
        }
        if (token.isStructStart()) {
            depth++;
        } else if (token.isStructEnd()) {
            depth--;
        }
    }
}
