package dev.greenroom.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes the questions that authors write by the JSON schema of the bank's files, the one that they are checked by. */
final class QuestionForm {

    private static final String QUESTION = "QuestionDraft";

    /** What the definitions of the file are called in the document. */
    private static final Map<String, String> NAMES = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            Map.entry("band", "Band"),
            Map.entry("calibration", "CalibrationAnswer"),
            Map.entry("concept", "Concept"),
            Map.entry("followUp", "FollowUp"),
            Map.entry("gap", "ConceptGap"),
            Map.entry("kind", "QuestionKind"),
            Map.entry("level", "Level"),
            Map.entry("misconception", "Misconception"),
            Map.entry("question", QUESTION),
            Map.entry("rubric", "RubricChoice"),
            Map.entry("sentence", "Sentence"),
            Map.entry("slug", "Slug"),
            Map.entry("source", "Source"),
            Map.entry("style", "InputMode"))));

    private QuestionForm() {}

    static void addTo(OpenAPI document) {
        Map<String, Schema> schemas = read().getComponents().getSchemas();
        Schema told = document.getComponents().getSchemas().get(QUESTION);
        Schema question = Objects.requireNonNull(schemas.get(QUESTION));
        question.setDescription(told == null ? null : told.getDescription());
        schemas.forEach(document.getComponents()::addSchema);
    }

    private static OpenAPI read() {
        return SmallRyeOpenAPI.builder()
                .withCustomStaticFile(
                        () -> new ByteArrayInputStream(definitions().toString().getBytes(StandardCharsets.UTF_8)))
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false)
                .build()
                .model();
    }

    /** The definitions as the components of a document. */
    private static JsonNode definitions() {
        try (InputStream file = QuestionForm.class.getResourceAsStream("/question-bank/section.schema.json")) {
            ObjectMapper json = new ObjectMapper();
            JsonNode section = json.readTree(Objects.requireNonNull(file));
            ObjectNode document = json.createObjectNode().put("openapi", "3.1.0");
            ObjectNode schemas = document.putObject("components").putObject("schemas");
            NAMES.forEach((definition, name) -> schemas.set(name, section.at("/$defs/" + definition)));
            placeInTheBank((ObjectNode) schemas.path(QUESTION), section);
            return json.readTree(renamed(document.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a file topic and section stand above the questions; a question that stands alone names them itself. */
    private static void placeInTheBank(ObjectNode question, JsonNode section) {
        for (String field : new String[] {"topic", "section"}) {
            question.withObject("/properties").set(field, section.at("/properties/" + field));
            question.withArray("/required").add(field);
        }
    }

    private static String renamed(String document) {
        String text = document;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            text = text.replace(
                    "\"#/$defs/" + name.getKey() + "\"", "\"#/components/schemas/" + name.getValue() + "\"");
        }
        return text;
    }
}
