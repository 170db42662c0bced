package dev.greenroom.worker.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.fixtures.Bank;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Answer keys of the real question bank. */
public final class Keys {

    public static final Rubric TECHNICAL = StoredJson.MAPPER.convertValue(
            Bank.read("rubrics.yaml").get("rubrics").get(0), Rubric.class);

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
        for (JsonNode section : Bank.read(topic + "/topic.yaml").get("sections")) {
            questions.addAll(Bank.section(topic, section.get("id").asText()));
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
}
