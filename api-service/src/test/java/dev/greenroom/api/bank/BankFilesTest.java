package dev.greenroom.api.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BankFilesTest {

    private static final BankFiles BANK = new BankFiles(List.of("django", "python", "backend"));

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Objects.requireNonNull(
                    BankFilesTest.class.getResourceAsStream("/question-bank/section.schema.json")));

    static Stream<Arguments> sections() {
        return BANK.guides().stream()
                .flatMap(guide -> guide.sections().stream().map(section -> Arguments.of(guide.id(), section.id())));
    }

    static Stream<Question> questions() {
        return BANK.guides().stream()
                .flatMap(
                        guide -> guide.sections().stream().flatMap(section -> BANK.questions(guide, section).stream()));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everySectionFitsTheSchema(String topic, String section) {
        var faults = SCHEMA.validate(BANK.sectionTree(topic, section));

        assertThat(faults).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() {
        var section = BANK.sectionTree("django", "orm");
        ((com.fasterxml.jackson.databind.node.ObjectNode) section.at("/questions/0")).put("surprise", true);

        var faults = SCHEMA.validate(section);

        assertThat(faults).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"django, 24", "python, 14", "backend, 18"})
    void aTopicHasTheQuestionsThatGetAsked(String topic, int atLeast) {
        assertThat(questions()
                        .filter(question -> question.topic().equals(topic))
                        .map(Question::id))
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyRequiredConceptHasAFollowUpForEachGap(Question question) {
        List<String> probed = question.followUps().stream()
                .map(followUp -> String.valueOf(followUp.when().concept()))
                .toList();

        assertThat(probed)
                .containsAll(question.concepts().stream()
                        .filter(Concept::required)
                        .map(Concept::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aCompleteAnswerGetsAHarderQuestion(Question question) {
        assertThat(question.followUps()).anyMatch(followUp -> followUp.when().allCovered() && followUp.harder());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theModelAnswerCanBeSaidInTheExpectedTime(Question question) {
        int words = question.modelAnswer().split("\\s+").length;

        assertThat(words).isBetween(120, 220);
        assertThat(words * 60 / 150).isLessThanOrEqualTo(question.expectedSeconds());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void followUpPromptsAskOneThing(Question question) {
        assertThat(question.followUps().stream().map(FollowUp::prompt))
                .allSatisfy(prompt -> assertThat(prompt.split("\\s+")).hasSizeLessThanOrEqualTo(60));
    }
}
