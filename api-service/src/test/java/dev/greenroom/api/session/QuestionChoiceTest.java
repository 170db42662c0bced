package dev.greenroom.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.api.bank.QuestionEntry;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.QuestionRef;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionChoiceTest {

    private static final List<QuestionEntry> POOL = Stream.of("orm", "security", "views")
            .flatMap(section -> IntStream.range(0, 6).mapToObj(i -> entry(section, i)))
            .toList();

    private static QuestionEntry entry(String section, int i) {
        Level level = List.of(Level.JUNIOR, Level.MID, Level.SENIOR).get(i % 3);
        return new QuestionEntry(new QuestionRef(section + "-" + i, 1), "django", section, level, QuestionKind.EXPLAIN);
    }

    @Test
    void drawsTheSameQuestionsForTheSameSeed() {
        assertThat(QuestionChoice.draw(POOL, null, 7, 42)).isEqualTo(QuestionChoice.draw(POOL, null, 7, 42));
    }

    @Test
    void drawsOtherQuestionsForOtherSeeds() {
        assertThat(LongStream.range(0, 20)
                        .mapToObj(seed -> QuestionChoice.draw(POOL, null, 4, seed))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void neverDrawsAQuestionTwice() {
        assertThat(LongStream.range(0, 100).mapToObj(seed -> QuestionChoice.draw(POOL, Level.MID, 18, seed)))
                .allSatisfy(drawn -> assertThat(drawn).hasSize(18).doesNotHaveDuplicates());
    }

    @Test
    void drawsNoMoreThanThereAre() {
        assertThat(QuestionChoice.draw(POOL.subList(0, 2), null, 5, 1)).hasSize(2);
    }

    @Test
    void prefersTheLevelThatWasAskedFor() {
        List<QuestionRef> senior = POOL.stream()
                .filter(entry -> entry.level() == Level.SENIOR)
                .map(QuestionEntry::ref)
                .toList();

        assertThat(QuestionChoice.draw(POOL, Level.SENIOR, 6, 9)).containsExactlyInAnyOrderElementsOf(senior);
    }

    @Test
    void spreadsTheQuestionsOverTheSections() {
        assertThat(LongStream.range(0, 50).mapToObj(seed -> QuestionChoice.draw(POOL, null, 3, seed)))
                .allSatisfy(drawn -> assertThat(drawn.stream()
                                .map(ref -> ref.id().substring(0, ref.id().indexOf('-'))))
                        .containsExactlyInAnyOrder("orm", "security", "views"));
    }
}
