package dev.greenroom.worker.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The table of attacks: how many bad answers of each family get at most two fifths of the marks. A smaller number is a
 * regression; a larger one is to be written down here.
 */
class BadAnswersTest {

    private static final int TWO_FIFTHS = 40;

    private final List<Question> bank = Keys.questions("django");

    @Test
    void holdsBadAnswersDown() {
        // given
        BadAnswers answers = new BadAnswers(bank);

        // when
        Map<String, Long> heldDown = new LinkedHashMap<>();
        answers.families()
                .forEach((family, make) -> heldDown.put(
                        family,
                        bank.parallelStream()
                                .filter(question -> score(question, make.apply(question)) <= TWO_FIFTHS)
                                .count()));

        // then
        assertThat(heldDown).containsExactlyEntriesOf(expected());
        assertThat(heldDown.values())
                .filteredOn(count -> 2 * count <= bank.size())
                .hasSizeLessThanOrEqualTo(3);
    }

    private int score(Question question, String answer) {
        Assessment assessment = OneForAll.assessor().assess(Keys.key(question), AnswerInput.typed(answer));
        return Optional.ofNullable(assessment.score()).orElseThrow().value();
    }

    private static Map<String, Long> expected() {
        Map<String, Long> expected = new LinkedHashMap<>();
        expected.put("empty", 28L);
        expected.put("does not know", 28L);
        expected.put("gibberish", 28L);
        expected.put("copied question", 28L);
        expected.put("injection alone", 28L);
        expected.put("injection after a bad answer", 27L);
        expected.put("off topic", 28L);
        expected.put("another question's model answer", 24L);
        expected.put("all sibling model answers", 27L);
        expected.put("keyword list", 2L);
        expected.put("shuffled answer", 13L);
        expected.put("longest words only", 15L);
        expected.put("negated answer", 28L);
        expected.put("it is not true that", 28L);
        expected.put("antonyms swapped", 13L);
        expected.put("negated good answer", 22L);
        expected.put("padding", 19L);
        expected.put("bad answer behind the copied question", 27L);
        expected.put("confident nonsense", 28L);
        return expected;
    }
}
