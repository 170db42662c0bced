package dev.greenroom.api.bank;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.model.question.TopicGuide;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The built-in question bank as it lies on the class path: one file for each topic, one for each of its sections. */
final class BankFiles {

    private static final String FOLDER = "/question-bank/";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<String> topics;

    /** The bank of the given topics, in the order in which clients see them. */
    BankFiles(List<String> topics) {
        this.topics = List.copyOf(topics);
    }

    List<Rubric> rubrics() {
        return convert(read("rubrics.yaml"), RubricsFile.class).rubrics();
    }

    List<TopicGuide> guides() {
        return topics.stream()
                .map(topic -> convert(read(topic + "/topic.yaml"), TopicGuide.class))
                .toList();
    }

    /** The questions of one section, in order. */
    List<Question> questions(TopicGuide guide, TopicGuide.Section section) {
        SectionFile file = convert(sectionTree(guide.id(), section.id()), SectionFile.class);
        if (!file.topic().equals(guide.id()) || !file.section().equals(section.id())) {
            throw new IllegalStateException("The file of %s/%s speaks of %s/%s"
                    .formatted(guide.id(), section.id(), file.topic(), file.section()));
        }
        return file.questions().stream()
                .map(question -> convert(placed(question, file), Question.class))
                .toList();
    }

    /** A section's file as a tree, for the schema to judge. */
    JsonNode sectionTree(String topic, String section) {
        return read(topic + "/" + section + ".yaml");
    }

    private static JsonNode placed(JsonNode question, SectionFile file) {
        return ((ObjectNode) question).put("topic", file.topic()).put("section", file.section());
    }

    private static JsonNode read(String name) {
        try (InputStream file = BankFiles.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("The question bank has no file " + name);
            }
            return YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The question bank's file " + name + " is not readable", e);
        }
    }

    private static <T> T convert(JsonNode tree, Class<T> type) {
        return YAML.convertValue(tree, type);
    }
}
