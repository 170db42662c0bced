package dev.greenroom.api.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.TopicGuide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BankFilesTest {

    private static final BankFiles BANK = new BankFiles(List.of("django"));

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Objects.requireNonNull(
                    BankFilesTest.class.getResourceAsStream("/question-bank/section.schema.json")));

    static Stream<TopicGuide.Section> sections() {
        return BANK.guides().getFirst().sections().stream();
    }

    static Stream<Question> questions() {
        TopicGuide guide = BANK.guides().getFirst();
        return guide.sections().stream().flatMap(section -> BANK.questions(guide, section).stream());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void everySectionFitsTheSchema(TopicGuide.Section section) {
        var faults = SCHEMA.validate(BANK.sectionTree("django", section.id()));

        assertThat(faults).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotKnow() {
        var section = BANK.sectionTree("django", "orm");
        ((com.fasterxml.jackson.databind.node.ObjectNode) section.at("/questions/0")).put("surprise", true);

        var faults = SCHEMA.validate(section);

        assertThat(faults).isNotEmpty();
    }

    static Stream<Path> drafts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/question-bank-drafts"))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("topic.yaml"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void everyDraftFitsTheSchema(Path draft) throws IOException {
        var faults = SCHEMA.validate(new YAMLMapper().readTree(draft.toFile()));

        assertThat(faults).isEmpty();
    }

    @Test
    void theFirstEightQuestionsAreThere() {
        assertThat(questions().map(Question::id))
                .containsExactlyInAnyOrder(
                        "django-mvt-vs-mvc",
                        "django-request-response-cycle",
                        "django-orm-lazy-querysets",
                        "django-orm-n-plus-one",
                        "django-orm-select-vs-prefetch-related",
                        "django-orm-migrations",
                        "django-csrf-protection",
                        "django-authentication");
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
