package dev.greenroom.api.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Limits;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tenant's bank as one document.
 *
 * @param hidesBuiltIn whether the tenant sees its own questions alone
 * @param questions each with its topic and section
 */
record BankDocument(boolean hidesBuiltIn, List<JsonNode> questions) {

    /** What a bank of the size that is taken can have; a tree of more fills the heap. */
    private static final long MOST_TOKENS = 500_000;

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private static final String BUILT_IN = "builtIn";
    private static final String QUESTIONS = "questions";

    BankDocument {
        questions = List.copyOf(questions);
    }

    static BankDocument of(boolean hidesBuiltIn, List<Question> questions) {
        return new BankDocument(
                hidesBuiltIn,
                questions.stream()
                        .map(question -> StoredJson.MAPPER.<JsonNode>valueToTree(question))
                        .toList());
    }

    String write() {
        ObjectNode document = YAML.createObjectNode();
        document.put(BUILT_IN, (hidesBuiltIn ? Visibility.HIDDEN : Visibility.SHOWN).name());
        document.putArray(QUESTIONS).addAll(questions);
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document, or a fault that says what is wrong with its form; the questions are not looked at yet. */
    static BankDocument read(String yaml) {
        JsonNode document = parse(yaml);
        List<Violation> violations = violations(document);
        if (!violations.isEmpty()) {
            throw new Fault.Unacceptable(
                    "validation_failed",
                    "The document is no question bank.",
                    violations.stream().limit(Limits.VIOLATIONS).toArray(Violation[]::new));
        }
        List<JsonNode> questions = new ArrayList<>();
        document.path(QUESTIONS).forEach(questions::add);
        return new BankDocument(document.path(BUILT_IN).asText().equals(Visibility.HIDDEN.name()), questions);
    }

    private static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new Fault.Malformed(
                    "malformed_yaml",
                    place == null
                            ? "The body is not YAML."
                            : "The body is not YAML: see line %d, column %d."
                                    .formatted(place.getLineNr(), place.getColumnNr()));
        }
    }

    private static List<Violation> violations(JsonNode document) {
        List<Violation> violations = new ArrayList<>();
        document.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !field.equals(BUILT_IN) && !field.equals(QUESTIONS))
                .limit(Limits.VIOLATIONS)
                .forEach(field -> violations.add(new Violation("/" + field, "is not part of a question bank")));
        if (!document.path(QUESTIONS).isArray()) {
            violations.add(new Violation("/questions", "has to be a list"));
        }
        String visibility = document.path(BUILT_IN).asText(Visibility.SHOWN.name());
        if (!visibility.equals(Visibility.SHOWN.name()) && !visibility.equals(Visibility.HIDDEN.name())) {
            violations.add(new Violation("/builtIn", "has to be SHOWN or HIDDEN"));
        }
        violations.addAll(repeated(document.path(QUESTIONS)));
        return violations;
    }

    private static List<Violation> repeated(JsonNode questions) {
        Set<String> seen = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < questions.size() && violations.size() < Limits.VIOLATIONS; i++) {
            JsonNode id = questions.get(i).path("id");
            if (id.isTextual() && !seen.add(id.asText())) {
                violations.add(new Violation("/questions/" + i + "/id", "This id is there already."));
            }
        }
        return violations;
    }

    /** Whether the built-in bank is seen beside the own one. */
    enum Visibility {
        SHOWN,
        HIDDEN
    }
}
