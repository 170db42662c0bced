package dev.greenroom.api.malformed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the contract describes it.
 *
 * @param template the path with its parameters in braces
 * @param mediaType of the body; null where there is none
 * @param example of the body
 */
record Operation(
        String id,
        String method,
        String template,
        List<String> query,
        List<String> headers,
        @Nullable String mediaType,
        String example) {

    static List<Operation> readAll(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(read(path.getKey(), operation.getKey(), operation.getValue()));
            }
        }
        return operations;
    }

    private static Operation read(String path, String method, JsonNode operation) {
        Map.Entry<String, JsonNode> content = operation.at("/requestBody/content").properties().stream()
                .findFirst()
                .orElse(null);
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters(operation, "query"),
                parameters(operation, "header"),
                content == null ? null : content.getKey(),
                content == null ? "" : example(content.getValue()));
    }

    private static List<String> parameters(JsonNode operation, String place) {
        return children(operation.path("parameters"))
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static String example(JsonNode content) {
        return children(content.path("examples"))
                .map(example -> example.path("value"))
                .map(value -> value.isTextual() ? value.asText() : value.toString())
                .findFirst()
                .orElse("{}");
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    boolean hasBody() {
        return mediaType != null;
    }

    boolean hasParameterInPath() {
        return template.contains("{");
    }
}
