package dev.greenroom.worker.judge.prompt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.assessment.AnswerKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of a reply to one answer key, with the key's own ids, as JSON Schema. It keeps to what the strict modes of
 * providers support: every property required, no others allowed, no limits on lengths.
 */
public final class ReplySchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReplySchema() {}

    static String of(AnswerKey key) {
        ObjectNode schema = object("criteria", "concepts", "misconceptions");
        ObjectNode criterion = addArray(schema, "criteria", object("id", "level"));
        criterion.set("id", oneOf(criterionIds(key)));
        criterion.set("level", oneOf(names(Band.values())));
        ObjectNode concept = addArray(schema, "concepts", object("id", "state", "quotes"));
        concept.set("id", oneOf(conceptIds(key)));
        concept.set("state", oneOf(names(ConceptState.values())));
        concept.set("quotes", array(string()));
        ObjectNode misconception = addArray(schema, "misconceptions", object("id", "quote"));
        misconception.set("id", oneOf(misconceptionIds(key)));
        misconception.set("quote", string());
        return schema.toString();
    }

    public static List<String> criterionIds(AnswerKey key) {
        return key.rubric().criteria().stream().map(criterion -> criterion.id()).toList();
    }

    public static List<String> conceptIds(AnswerKey key) {
        return key.concepts().stream().map(Concept::id).toList();
    }

    /** Those that the question knows, and the concept's own id for a mistake that nobody foresaw. */
    public static List<String> misconceptionIds(AnswerKey key) {
        List<String> ids = new ArrayList<>();
        for (Concept concept : key.concepts()) {
            ids.add(concept.id());
            for (int i = 0; i < concept.misconceptions().size(); i++) {
                ids.add(misconception(concept, i));
            }
        }
        return ids;
    }

    /** The id of a concept's misconception in prompts and replies. */
    public static String misconception(Concept concept, int index) {
        return concept.id() + "#" + (index + 1);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static ObjectNode object(String... properties) {
        ObjectNode object = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ArrayNode required = object.putArray("required");
        Arrays.stream(properties).forEach(required::add);
        object.putObject("properties");
        return object;
    }

    /** Adds a list of objects to an object's properties and gives the properties of those. */
    private static ObjectNode addArray(ObjectNode object, String name, ObjectNode items) {
        object.withObject("/properties").set(name, array(items));
        return items.withObject("/properties");
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode array = JSON.objectNode().put("type", "array");
        array.set("items", items);
        return array;
    }

    private static ObjectNode string() {
        return JSON.objectNode().put("type", "string");
    }

    /** An empty list of values is no schema, so a key without concepts allows any word that the reader then refuses. */
    private static ObjectNode oneOf(List<String> values) {
        ObjectNode string = string();
        if (!values.isEmpty()) {
            ArrayNode allowed = string.putArray("enum");
            values.forEach(allowed::add);
        }
        return string;
    }
}
