package dev.greenroom.worker.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.FollowUp;
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
public final class Keys {

    private static final Path FOLDER = Path.of("../api-service/src/main/resources/question-bank");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    public static final Rubric TECHNICAL =
            convert(read("rubrics.yaml").get("rubrics").get(0), Rubric.class);

    private static final List<Question> BANK = Stream.of("django", "python", "backend")
            .flatMap(topic -> readTopic(topic).stream())
            .toList();

    private Keys() {}

    /** The whole bank. */
    public static List<Question> questions() {
        return BANK;
    }

    public static List<Question> questions(String topic) {
        return BANK.stream().filter(question -> question.topic().equals(topic)).toList();
    }

    private static List<Question> readTopic(String topic) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode section : read(topic + "/topic.yaml").get("sections")) {
            questions.addAll(readSection(topic, section.get("id").asText()));
        }
        return questions;
    }

    private static List<Question> readSection(String topic, String section) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : read("%s/%s.yaml".formatted(topic, section)).get("questions")) {
            ((ObjectNode) node).put("topic", topic).put("section", section);
            questions.add(convert(node, Question.class));
        }
        return questions;
    }

    public static Question question(String id) {
        return questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static AnswerKey key(String question) {
        return key(question(question));
    }

    public static AnswerKey key(Question question) {
        return AnswerKey.of(new QuestionRef(question.id(), 3), question, TECHNICAL);
    }

    public static AnswerKey key(Question question, FollowUp followUp) {
        return AnswerKey.of(new QuestionRef(question.id(), 3), question, followUp, TECHNICAL);
    }

    /** The key as it would be had nobody written one of its calibration answers. */
    public static AnswerKey without(CalibrationAnswer answer, AnswerKey key) {
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
