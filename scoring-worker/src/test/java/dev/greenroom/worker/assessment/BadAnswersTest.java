package dev.greenroom.worker.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The table of attacks: how many bad answers of each family get at most two fifths of the marks. A smaller number is a
 * regression; a larger one is to be written down here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadAnswersTest {

    private static final int TWO_FIFTHS = 40;

    private final List<Question> bank = Keys.questions();
    private Assessor assessor;

    @BeforeAll
    void open() {
        assessor = Assessor.open();
    }

    @AfterAll
    void close() {
        assessor.close();
    }

    @Test
    void holdsBadAnswersDown() {
        // given
        BadAnswers answers = new BadAnswers(bank);

        // when
        Map<String, Long> heldDown = new LinkedHashMap<>();
        answers.families()
                .forEach((family, make) -> heldDown.put(
                        family,
                        bank.stream()
                                .filter(question -> score(question, make.apply(question)) <= TWO_FIFTHS)
                                .count()));

        // then
        assertThat(heldDown).containsExactlyEntriesOf(expected());
        assertThat(heldDown.values())
                .filteredOn(count -> 2 * count <= bank.size())
                .hasSizeLessThanOrEqualTo(6);
    }

    private int score(Question question, String answer) {
        Assessment assessment = assessor.assess(Keys.key(question), AnswerInput.typed(answer));
        return Optional.ofNullable(assessment.score()).orElseThrow().value();
    }

    private static Map<String, Long> expected() {
        Map<String, Long> expected = new LinkedHashMap<>();
        expected.put("empty", 8L);
        expected.put("does not know", 8L);
        expected.put("gibberish", 8L);
        expected.put("copied question", 8L);
        expected.put("injection alone", 8L);
        expected.put("injection after a bad answer", 7L);
        expected.put("off topic", 8L);
        expected.put("another question's model answer", 5L);
        expected.put("all sibling model answers", 0L);
        expected.put("keyword list", 2L);
        expected.put("shuffled answer", 4L);
        expected.put("longest words only", 4L);
        expected.put("negated answer", 8L);
        expected.put("it is not true that", 8L);
        expected.put("antonyms swapped", 2L);
        expected.put("negated good answer", 5L);
        expected.put("padding", 7L);
        expected.put("bad answer behind the copied question", 7L);
        expected.put("confident nonsense", 8L);
        return expected;
    }
}
