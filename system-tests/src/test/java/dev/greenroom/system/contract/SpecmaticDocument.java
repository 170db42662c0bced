package dev.greenroom.system.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The OpenAPI document as Specmatic is given it: what a value refers to is always what the document's examples refer to,
 * so that {@link Cast} can put things that live in their place. What the service promises in its responses stays as it is, but for
 * representations other than JSON.
 */
final class SpecmaticDocument {

    private static final Path DOCUMENT = Path.of("../docs/openapi.yaml");

    /** In a pattern that only keeps NUL and blanks out, where Specmatic takes it for an escaped letter. */
    private static final String CODE_POINT = "\\u0000";

    /** Nobody can make these up. */
    private static final Set<String> TOKENS = Set.of("cursor", "lastEventId", "Last-Event-ID");

    /** In a list of tags a star stands for any, and in a long one that is made up there may be one. */
    private static final String NO_STAR = "^[ -)+-~]*$";

    /** Any text will do. */
    private static final String FREE = "candidateRef";

    /** Never ends; needs an answer that can't be scored. */
    private static final Set<String> LEFT_OUT = Set.of("followSession", "retryQuarantined");

    private final JsonNode document;

    private SpecmaticDocument(JsonNode document) {
        this.document = document;
    }

    static void write(Path target) {
        try {
            JsonNode document = new YAMLMapper().readTree(DOCUMENT.toFile());
            new SpecmaticDocument(document).narrow();
            Files.writeString(
                    target, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void narrow() {
        dropPatterns(document);
        document.path("paths").forEach(path -> {
            for (Iterator<JsonNode> operations = path.iterator(); operations.hasNext(); ) {
                if (LEFT_OUT.contains(operations.next().path("operationId").asText())) {
                    operations.remove();
                }
            }
            path.forEach(SpecmaticDocument::narrow);
        });
        JsonNode schemas = document.at("/components/schemas");
        only(schemas.at("/StartSession/properties/topic"), "django");
        only(schemas.at("/StartSession/properties/sections/items"), "orm");
        only(schemas.at("/StartSession/properties/questions/items"), "django-orm-n-plus-one");
        only(schemas.at("/SubmitAnswer/properties/turnId"), Cast.TURN);
        only(schemas.at("/TryQuestion/properties/followUpId"), Cast.FOLLOW_UP);
    }

    private static void narrow(JsonNode operation) {
        for (Iterator<JsonNode> parameters = operation.path("parameters").iterator(); parameters.hasNext(); ) {
            JsonNode parameter = parameters.next();
            String name = parameter.path("name").asText();
            if (TOKENS.contains(name)) {
                parameters.remove();
            } else if (parameter.path("in").asText().equals("path") && !name.equals(FREE)) {
                only(parameter.path("schema"), parameter.path("example"));
            } else if (name.equals("If-None-Match")) {
                ((ObjectNode) parameter.path("schema")).put("pattern", NO_STAR);
            }
        }
        operation.path("responses").forEach(response -> {
            if (response.path("content").has("application/json")) {
                ((ObjectNode) response.path("content")).retain("application/json");
            }
        });
    }

    private static void dropPatterns(JsonNode node) {
        if (node.path("pattern").asText().contains(CODE_POINT)) {
            ((ObjectNode) node).remove("pattern");
        }
        node.forEach(SpecmaticDocument::dropPatterns);
    }

    private static void only(JsonNode schema, String value) {
        only(schema, new ObjectMapper().getNodeFactory().textNode(value));
    }

    private static void only(JsonNode schema, JsonNode value) {
        ObjectNode narrowed = (ObjectNode) schema;
        narrowed.remove(List.of("pattern", "minLength", "maxLength", "minimum", "maximum"));
        ArrayNode values = narrowed.putArray("enum");
        values.add(value);
        if (schema.path("type").isArray()) {
            values.addNull();
        }
    }
}
