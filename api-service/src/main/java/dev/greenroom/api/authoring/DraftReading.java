package dev.greenroom.api.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.bank.Rubrics;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Limits;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.api.problem.WholeText;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.Rubric;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes questions of what authors send, by the same rules as those of the built-in bank. */
@ApplicationScoped
class DraftReading {

    /** Values in one question, some times what the largest built-in one has: each can be wrong in several ways. */
    private static final int MOST_VALUES = 5_000;

    private final Questions questions;
    private final Rubrics rubrics;

    DraftReading(Questions questions, Rubrics rubrics) {
        this.questions = questions;
        this.rubrics = rubrics;
    }

    /** The question, or a fault that names all that is wrong with it. */
    Question require(JsonNode draft) {
        List<Violation> violations = violations(draft, new HashMap<>());
        if (!violations.isEmpty()) {
            throw refused(violations);
        }
        return read(draft);
    }

    /** All questions of a document, or a fault that names what is wrong with each. */
    List<Question> requireAll(List<JsonNode> drafts) {
        Map<String, Optional<Rubric>> known = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < drafts.size() && violations.size() < Limits.VIOLATIONS; i++) {
            String place = "/questions/" + i;
            violations(drafts.get(i), known).stream()
                    .map(violation -> new Violation(place + violation.pointer(), violation.detail()))
                    .forEach(violations::add);
        }
        if (!violations.isEmpty()) {
            throw refused(violations);
        }
        return drafts.stream().map(DraftReading::read).toList();
    }

    private List<Violation> violations(JsonNode draft, Map<String, Optional<Rubric>> known) {
        if (!(draft instanceof ObjectNode question)) {
            return List.of(new Violation("", "has to be an object"));
        }
        if (values(question) > MOST_VALUES) {
            return List.of(new Violation("", "holds more than %d values".formatted(MOST_VALUES)));
        }
        List<Violation> ofText = texts(question, "").toList();
        List<Violation> ofForm = ofText.isEmpty() ? QuestionSchema.violations(question) : ofText;
        return ofForm.isEmpty()
                ? QuestionRules.violations(
                        question,
                        questions::hasSection,
                        reference -> known.computeIfAbsent(reference, rubrics::findVersion))
                : ofForm;
    }

    private static int values(JsonNode node) {
        int values = 1;
        for (JsonNode part : node) {
            values += values(part);
        }
        return values;
    }

    private static Stream<Violation> texts(JsonNode node, String place) {
        if (node.isTextual()) {
            return WholeText.is(node.asText())
                    ? Stream.empty()
                    : Stream.of(new Violation(place, "holds NUL or a half of a surrogate pair"));
        }
        if (node.isArray()) {
            return IntStream.range(0, node.size()).boxed().flatMap(i -> texts(node.get(i), place + "/" + i));
        }
        return node.properties().stream().flatMap(field -> texts(field.getValue(), place + "/" + field.getKey()));
    }

    private static Question read(JsonNode question) {
        return StoredJson.MAPPER.convertValue(question, Question.class);
    }

    private static Fault refused(List<Violation> violations) {
        return new Fault.Unacceptable(
                "validation_failed",
                "The question does not follow the form of a question, or refers to what is not there.",
                violations.stream().limit(Limits.VIOLATIONS).toArray(Violation[]::new));
    }
}
