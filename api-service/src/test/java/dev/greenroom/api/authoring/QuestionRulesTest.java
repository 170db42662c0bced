package dev.greenroom.api.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.greenroom.model.question.Rubric;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionRulesTest {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final List<Rubric> RUBRICS = children(read("rubrics.yaml").path("rubrics"))
            .map(rubric -> YAML.convertValue(rubric, Rubric.class))
            .toList();

    static Stream<JsonNode> questions() {
        return children(read("django/topic.yaml").path("sections"))
                .map(section -> read("django/" + section.path("id").asText() + ".yaml"))
                .flatMap(file -> children(file.path("questions")));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theQuestionsOfTheFilesKeepTheRulesForAuthors(JsonNode question) {
        ObjectNode alone = question.deepCopy();
        alone.put("topic", "django").put("section", "orm");

        assertThat(QuestionSchema.violations(alone)).isEmpty();
        assertThat(QuestionRules.violations(
                        alone,
                        (topic, section) -> topic.equals("django") && section.equals("orm"),
                        reference -> RUBRICS.stream()
                                .filter(rubric -> rubric.reference().equals(reference))
                                .findFirst()))
                .isEmpty();
    }

    private static Stream<JsonNode> children(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode read(String name) {
        try (InputStream file = QuestionRulesTest.class.getResourceAsStream("/question-bank/" + name)) {
            return YAML.readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
