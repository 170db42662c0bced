package dev.greenroom.bench.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.assessment.AnswerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The built-in question bank, read from its sources. */
public final class BankFiles {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Path folder;

    /** The bank of the repository that {@code ./greenroom} belongs to. */
    public static BankFiles builtIn() {
        return new BankFiles(Path.of(System.getProperty("greenroom.root", ".")));
    }

    /** @param root of the repository */
    public BankFiles(Path root) {
        this.folder = root.resolve("api-service/src/main/resources/question-bank");
    }

    /** The topics' ids, in the order of the alphabet. */
    public List<String> topics() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(topic -> topic.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Question> questions(String topic) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode section : read(topic + "/topic.yaml").get("sections")) {
            String id = section.get("id").asText();
            for (JsonNode question : read("%s/%s.yaml".formatted(topic, id)).get("questions")) {
                questions.add(
                        convert(((ObjectNode) question).put("topic", topic).put("section", id), Question.class));
            }
        }
        return questions;
    }

    /** What answers to a question are judged by. */
    public AnswerKey key(Question question) {
        for (JsonNode node : read("rubrics.yaml").get("rubrics")) {
            Rubric rubric = convert(node, Rubric.class);
            if (rubric.reference().equals(question.rubric().id())) {
                return AnswerKey.of(new QuestionRef(question.id(), 1), question, rubric);
            }
        }
        throw new IllegalArgumentException(
                "There is no rubric " + question.rubric().id());
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        return YAML.convertValue(node, type);
    }

    private JsonNode read(String file) {
        try {
            return YAML.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
