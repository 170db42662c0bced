package dev.greenroom.api.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.greenroom.api.problem.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The form of a question, by the very schema that the bank's files follow. */
final class QuestionSchema {

    /** Where the schema, which describes a section's file, finds a question that stands alone. */
    private static final String PLACE = "/questions/0";

    private static final JsonSchema SECTION = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                    Objects.requireNonNull(
                            QuestionSchema.class.getResourceAsStream("/question-bank/section.schema.json")),
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .build());

    private QuestionSchema() {}

    /** What is wrong with the form of a question that names its topic and section itself. */
    static List<Violation> violations(ObjectNode question) {
        ObjectNode alone = question.deepCopy();
        ObjectNode section = JsonNodeFactory.instance.objectNode();
        move("topic", alone, section);
        move("section", alone, section);
        section.putArray("questions").add(alone);
        return SECTION.validate(section).stream()
                .map(QuestionSchema::violation)
                .distinct()
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::detail))
                .toList();
    }

    private static void move(String field, ObjectNode from, ObjectNode to) {
        JsonNode value = from.remove(field);
        if (value != null) {
            to.set(field, value);
        }
    }

    private static Violation violation(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        String property = message.getProperty();
        String place = pointer.startsWith(PLACE) ? pointer.substring(PLACE.length()) : pointer;
        return new Violation(property == null ? place : place + "/" + property, detail(message));
    }

    /** The library begins with the place, which the pointer says already. */
    private static String detail(ValidationMessage message) {
        String text = message.getMessage();
        int end = text.indexOf(": ");
        return end < 0 ? text : text.substring(end + 2);
    }
}
