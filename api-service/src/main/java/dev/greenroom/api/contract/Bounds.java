package dev.greenroom.api.contract;

import dev.greenroom.api.problem.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says how large values can get where no annotation says it: what is sent by the limits of bodies and addresses, what is
 * answered by what can have been stored.
 */
final class Bounds {

    /** Of a JSON body, and so of any text in it, and of any that comes back. */
    private static final int TEXT = 262_144;

    /** Of a text that is a whole body: a page, a guide, a question bank. */
    private static final int DOCUMENT = 4_194_304;

    private static final int ITEMS = 10_000;

    /** Of a reference that a client chooses for its candidates. */
    private static final int REFERENCE = 200;

    /** Of a slug; the ids with a prefix are shorter. */
    private static final int ID = 64;

    /** With nanoseconds and an offset. */
    private static final int INSTANT = 35;

    private static final int DATE = 10;

    /** PostgreSQL's texts have no NUL, so neither has any of ours. */
    private static final String NO_NUL = "^[^\\u0000]*$";

    /** What the framework says of a text that must not be blank. */
    private static final String NOT_BLANK = "\\S";

    /** The same as it is checked: something beyond control characters and spaces has to be there, and NUL nowhere. */
    private static final String SOMETHING = "^[^\\u0000]*[^\\u0000-\\u0020][^\\u0000]*$";

    /** Of ids, slugs and references to versions: under any other name there is nothing. */
    private static final String NAME = "^[A-Za-z0-9_][A-Za-z0-9_@.-]*$";

    /** The name in an address that clients choose as they like. */
    private static final String FREE = "candidateRef";

    /** Of what a header can carry. */
    private static final String VISIBLE = "^[ -~]*$";

    private final Set<String> sent;

    /** @param sent the names of the schemas that clients send */
    Bounds(Set<String> sent) {
        this.sent = sent;
    }

    void addTo(OpenAPI document) {
        Components components = document.getComponents();
        components.getSchemas().forEach((name, schema) -> bound(schema, TEXT, sent.contains(name)));
        components
                .getHeaders()
                .values()
                .forEach(header -> bound(header.getSchema(), Limits.HEADER_VALUE_CHARACTERS, false));
        components.getResponses().values().forEach(response -> boundContent(response.getContent(), false));
        Reachable.operations(document).forEach(Bounds::boundOperation);
        Reachable.webhooks(document).forEach(Bounds::boundOperation);
    }

    private static void boundOperation(Operation operation) {
        Stream.ofNullable(operation.getParameters()).flatMap(List::stream).forEach(Bounds::boundParameter);
        if (operation.getRequestBody() != null) {
            boundContent(operation.getRequestBody().getContent(), true);
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> boundContent(response.getContent(), false));
    }

    private static void boundParameter(Parameter parameter) {
        Schema schema = parameter.getSchema();
        boolean names =
                parameter.getIn() == Parameter.In.PATH && !parameter.getName().equals(FREE);
        if (isFreeText(schema)) {
            schema.setPattern(names ? NAME : parameter.getIn() == Parameter.In.HEADER ? VISIBLE : NO_NUL);
        }
        bound(schema, length(parameter, names), true);
    }

    private static int length(Parameter parameter, boolean names) {
        if (parameter.getName().equals(FREE)) {
            return REFERENCE;
        }
        if (names) {
            return ID;
        }
        return parameter.getIn() == Parameter.In.HEADER ? Limits.HEADER_VALUE_CHARACTERS : Limits.URL_CHARACTERS;
    }

    private static boolean isFreeText(Schema schema) {
        return schema.getType() != null
                && schema.getType().contains(Schema.SchemaType.STRING)
                && schema.getPattern() == null
                && schema.getFormat() == null
                && schema.getEnumeration() == null;
    }

    private static void boundContent(@Nullable Content content, boolean sent) {
        Stream.ofNullable(content)
                .map(Content::getMediaTypes)
                .flatMap(types -> types.values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .forEach(schema -> bound(schema, DOCUMENT, sent));
    }

    private static void bound(Schema schema, int text, boolean sent) {
        for (Schema.SchemaType type : schema.getType() == null ? Set.<Schema.SchemaType>of() : schema.getType()) {
            switch (type) {
                case STRING -> boundText(schema, text);
                case INTEGER -> boundInteger(schema, sent);
                case ARRAY -> schema.setMaxItems(schema.getMaxItems() == null ? ITEMS : schema.getMaxItems());
                case NUMBER, BOOLEAN, OBJECT, NULL -> {}
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> bound(property, isId(name) ? ID : text, sent));
        }
        Reachable.unnamedParts(schema).forEach(part -> bound(part, text, sent));
    }

    private static boolean isId(String name) {
        return name.equals("id") || name.endsWith("Id");
    }

    private static void boundText(Schema schema, int length) {
        if (schema.getEnumeration() != null) {
            return;
        }
        if (schema.getMaxLength() == null) {
            schema.setMaxLength(length(schema.getFormat(), length));
        }
        if (schema.getPattern() == null && schema.getFormat() == null) {
            schema.setPattern(NO_NUL);
        } else if (schema.getPattern() != null) {
            schema.setPattern(schema.getPattern().equals(NOT_BLANK) ? SOMETHING : anchored(schema.getPattern()));
        }
    }

    private static int length(@Nullable String format, int otherwise) {
        return switch (format) {
            case "date-time" -> INSTANT;
            case "date" -> DATE;
            case null, default -> otherwise;
        };
    }

    /** Bean Validation matches a whole text, JSON Schema any part of it. */
    private static String anchored(String pattern) {
        return pattern.startsWith("^") ? pattern : "^(?:" + pattern + ")$";
    }

    private static void boundInteger(Schema schema, boolean sent) {
        if (schema.getFormat() == null) {
            schema.setFormat("int32");
        }
        boolean large = schema.getFormat().equals("int64");
        if (schema.getMinimum() == null) {
            long least = large ? Long.MIN_VALUE : Integer.MIN_VALUE;
            schema.setMinimum(BigDecimal.valueOf(sent ? least : 0));
        }
        if (schema.getMaximum() == null) {
            schema.setMaximum(BigDecimal.valueOf(large ? Long.MAX_VALUE : Integer.MAX_VALUE));
        }
    }
}
