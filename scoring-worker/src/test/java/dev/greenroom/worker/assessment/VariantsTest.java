package dev.greenroom.worker.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.Question;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of fairness: how many answers keep their band when they are said in another way that a fair interviewer would
 * not mind, of 169. A smaller number is a regression; a larger one is to be written down here.
 */
class VariantsTest {

    private final Map<CalibrationAnswer, Band> asTheyAre = new ConcurrentHashMap<>();

    @Test
    void gradesWhatIsSaidAndNotHowItIsSaid() {
        // given
        Map<String, UnaryOperator<String>> variants = new LinkedHashMap<>();
        variants.put("typing errors", VariantsTest::withTypingErrors);
        variants.put("fillers", VariantsTest::withFillers);
        variants.put("spoken without punctuation", VariantsTest::spoken);
        variants.put(
                "polite padding",
                answer -> "Thanks for the question, let me think for a moment. " + answer
                        + " I hope that answers it, and I am happy to go into more detail.");
        variants.put("other sentence ends", answer -> answer.replace(". ", "!\n"));

        // when
        Map<String, Long> kept = new LinkedHashMap<>();
        variants.forEach((name, variant) -> kept.put(name, countKept(variant)));

        // then
        assertThat(kept).containsExactlyEntriesOf(expected());
    }

    private long countKept(UnaryOperator<String> variant) {
        return Keys.questions("django").parallelStream()
                .flatMap(question -> question.calibration().stream()
                        .filter(answer -> answer.band().from() >= Band.PARTIAL.from())
                        .filter(answer -> band(question, answer) == band(question, variant.apply(answer.text()))))
                .count();
    }

    private Band band(Question question, CalibrationAnswer answer) {
        return asTheyAre.computeIfAbsent(answer, _ -> band(question, answer.text()));
    }

    private Band band(Question question, String answer) {
        Assessment assessment = OneForAll.assessor().assess(Keys.key(question), AnswerInput.typed(answer));
        return Optional.ofNullable(assessment.score()).orElseThrow().band();
    }

    /** Two letters of every twelfth word change places. */
    private static String withTypingErrors(String answer) {
        Random random = new Random(3);
        return Arrays.stream(answer.split(" "))
                .map(word -> word.length() > 4 && random.nextInt(12) == 0 ? swapped(word) : word)
                .collect(Collectors.joining(" "));
    }

    private static String swapped(String word) {
        int middle = word.length() / 2;
        return word.substring(0, middle - 1)
                + word.charAt(middle)
                + word.charAt(middle - 1)
                + word.substring(middle + 1);
    }

    private static String withFillers(String answer) {
        List<String> fillers = List.of("um ", "you know, ", "like ", "uh ");
        Random random = new Random(5);
        return Arrays.stream(answer.split(" "))
                .map(word -> random.nextInt(10) == 0 ? fillers.get(random.nextInt(fillers.size())) + word : word)
                .collect(Collectors.joining(" "));
    }

    private static String spoken(String answer) {
        return answer.replaceAll("[.,;:!?]+(?=\\s|$)", "").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static Map<String, Long> expected() {
        Map<String, Long> expected = new LinkedHashMap<>();
        expected.put("typing errors", 165L);
        expected.put("fillers", 160L);
        expected.put("spoken without punctuation", 161L);
        expected.put("polite padding", 164L);
        expected.put("other sentence ends", 166L);
        return expected;
    }
}
