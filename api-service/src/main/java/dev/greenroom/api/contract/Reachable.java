package dev.greenroom.api.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Finds the named schemas that a part of the document speaks of, directly or through others. */
final class Reachable {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> names = new HashSet<>();

    private Reachable(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The schemas of what clients send; all others describe only what they get. */
    static Set<String> fromRequests(OpenAPI document) {
        Reachable reachable = new Reachable(document.getComponents().getSchemas());
        operations(document)
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(type -> reachable.follow(type.getSchema()));
        return reachable.names;
    }

    static Stream<Operation> operations(OpenAPI document) {
        return operations(document.getPaths().getPathItems());
    }

    /** The requests that the service makes itself. */
    static Stream<Operation> webhooks(OpenAPI document) {
        return document.getWebhooks() == null ? Stream.empty() : operations(document.getWebhooks());
    }

    private static Stream<Operation> operations(Map<String, PathItem> items) {
        return items.values().stream().flatMap(item -> item.getOperations().values().stream());
    }

    static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(any -> parameter.equals(any.getName()));
    }

    /** The schemas that a schema is made of, other than its properties. */
    static Stream<Schema> unnamedParts(Schema schema) {
        Stream<Schema> single = Stream.of(
                        Optional.ofNullable(schema.getItems()),
                        Optional.ofNullable(schema.getAdditionalPropertiesSchema()),
                        Optional.ofNullable(schema.getPropertyNames()))
                .flatMap(Optional::stream);
        Stream<Schema> several = Stream.of(
                        Optional.ofNullable(schema.getAnyOf()),
                        Optional.ofNullable(schema.getOneOf()),
                        Optional.ofNullable(schema.getAllOf()))
                .flatMap(Optional::stream)
                .flatMap(List::stream);
        return Stream.concat(single, several);
    }

    private void follow(Schema schema) {
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(PREFIX) && names.add(ref.substring(PREFIX.length()))) {
            follow(Objects.requireNonNull(schemas.get(ref.substring(PREFIX.length()))));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::follow);
        }
        unnamedParts(schema).forEach(this::follow);
    }
}
