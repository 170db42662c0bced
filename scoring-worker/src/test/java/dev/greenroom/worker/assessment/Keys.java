package dev.greenroom.worker.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Rubric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answer keys of the real question bank. */
final class Keys {

    private static final Path FOLDER = Path.of("../api-service/src/main/resources/question-bank");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static final Rubric TECHNICAL = convert(read("rubrics.yaml").get("rubrics").get(0), Rubric.class);

    private Keys() {}

    static List<Question> questions() {
        return Stream.of("orm", "architecture", "security")
                .flatMap(section -> inSection(section).stream())
                .toList();
    }

    private static List<Question> inSection(String section) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : read("django/%s.yaml".formatted(section)).get("questions")) {
            ((ObjectNode) node).put("topic", "django").put("section", section);
            questions.add(convert(node, Question.class));
        }
        return questions;
    }

    static Question question(String id) {
        return questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static AnswerKey key(String question) {
        return key(question(question));
    }

    static AnswerKey key(Question question) {
        return AnswerKey.of(new QuestionRef(question.id(), 3), question, TECHNICAL);
    }

    /** The key as it would be had nobody written one of its calibration answers. */
    static AnswerKey without(CalibrationAnswer answer, AnswerKey key) {
        List<GradedSample> others = new ArrayList<>(key.samples());
        others.remove(GradedSample.of(answer));
        return new AnswerKey(
                key.reference() + " without " + answer.about(),
                key.prompt(),
                key.modelAnswers(),
                key.concepts(),
                others,
                key.rubric());
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        return YAML.convertValue(node, type);
    }

    private static JsonNode read(String file) {
        try {
            return YAML.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
