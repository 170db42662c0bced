package dev.greenroom.model.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AdaptationTest {

    private static final double STRONG = 90;
    private static final double MIDDLING = 60;
    private static final double WEAK = 20;

    @Example
    void goesUpAfterTwoStrongThreads() {
        assertThat(ladder(5, 5, 5).afterThread(STRONG).level()).isEqualTo(Level.MID);
        assertThat(ladder(5, 5, 5).afterThread(STRONG).afterThread(STRONG).level())
                .isEqualTo(Level.SENIOR);
    }

    @Example
    void goesDownAfterTwoWeakThreads() {
        assertThat(ladder(5, 5, 5).afterThread(WEAK).level()).isEqualTo(Level.MID);
        assertThat(ladder(5, 5, 5).afterThread(WEAK).afterThread(WEAK).level()).isEqualTo(Level.JUNIOR);
    }

    @Example
    void beginsToCountAgainAfterAChangeOfLevel() {
        Adaptation senior = ladder(5, 5, 5).afterThread(STRONG).afterThread(STRONG);

        assertThat(senior.afterThread(WEAK).level()).isEqualTo(Level.SENIOR);
        assertThat(senior.afterThread(WEAK).afterThread(WEAK).level()).isEqualTo(Level.MID);
    }

    @Property
    void aMiddlingThreadBreaksEveryStreak(@ForAll @DoubleRange(max = 100) double score) {
        Adaptation after =
                ladder(5, 5, 5).afterThread(score).afterThread(MIDDLING).afterThread(score);

        assertThat(after.level()).isEqualTo(Level.MID);
    }

    @Property
    void neverMovesMoreThanOneLevelAtATime(@ForAll("scores") List<Double> scores) {
        Adaptation now = ladder(5, 5, 5);
        for (double score : scores) {
            Adaptation next = now.afterThread(score);
            assertThat(next.level().distanceTo(now.level())).isLessThanOrEqualTo(1);
            now = next;
        }
    }

    @Property
    void asksEachQuestionOnceWhateverTheScores(
            @ForAll @IntRange(max = 4) int junior,
            @ForAll @IntRange(max = 4) int mid,
            @ForAll @IntRange(max = 4) int senior,
            @ForAll("scores") List<Double> scores) {
        List<QuestionRef> asked = play(ladder(junior, mid, senior), scores);

        assertThat(asked).doesNotHaveDuplicates().hasSize(Math.min(scores.size(), junior + mid + senior));
    }

    @Property
    void asksAtItsLevelWhileThereAreQuestionsOfIt(@ForAll("scores") List<Double> scores) {
        Adaptation now = ladder(20, 20, 20);
        for (double score : scores) {
            assertThat(now.findNext())
                    .hasValue(new QuestionRef(now.level() + "-" + now.asked().getOrDefault(now.level(), 0), 1));
            now = now.afterAsking().afterThread(score);
        }
    }

    @Property
    void isTheSameAfterItWasStored(@ForAll("scores") List<Double> scores) throws JsonProcessingException {
        Adaptation now = ladder(3, 2, 1);
        for (double score : scores) {
            now = now.afterAsking().afterThread(score);
        }

        String stored = StoredJson.MAPPER.writeValueAsString(now);

        assertThat(StoredJson.MAPPER.readValue(stored, Adaptation.class)).isEqualTo(now);
    }

    @Provide
    Arbitrary<List<Double>> scores() {
        return Arbitraries.doubles().between(0, 100).list().ofMaxSize(15);
    }

    private static List<QuestionRef> play(Adaptation start, List<Double> scores) {
        List<QuestionRef> asked = new ArrayList<>();
        Adaptation now = start;
        for (double score : scores) {
            Optional<QuestionRef> next = now.findNext();
            next.ifPresent(asked::add);
            now = now.afterAsking().afterThread(score);
        }
        return asked;
    }

    private static Adaptation ladder(int junior, int mid, int senior) {
        return Adaptation.start(Map.of(
                Level.JUNIOR, rung(Level.JUNIOR, junior),
                Level.MID, rung(Level.MID, mid),
                Level.SENIOR, rung(Level.SENIOR, senior)));
    }

    private static List<QuestionRef> rung(Level level, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new QuestionRef(level + "-" + i, 1))
                .toList();
    }
}
