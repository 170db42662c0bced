package dev.greenroom.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.api.bank.QuestionEntry;
import dev.greenroom.api.session.QuestionChoice.Wish;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.QuestionRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class QuestionChoiceTest {

    @Property
    void drawsTheSameForTheSameSeedAndHistory(
            @ForAll("pools") List<QuestionEntry> pool,
            @ForAll("histories") CandidateHistory history,
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll long seed) {
        Wish wish = new Wish(Level.MID, count, seed);

        assertThat(QuestionChoice.draw(pool, wish, history)).isEqualTo(QuestionChoice.draw(pool, wish, history));
    }

    @Example
    void drawsOtherQuestionsForOtherSeeds() {
        List<QuestionEntry> pool = IntStream.range(0, 18)
                .mapToObj(i -> entry(i, "section-" + i % 3, Level.MID))
                .toList();

        assertThat(LongStream.range(0, 20)
                        .mapToObj(seed -> QuestionChoice.draw(pool, new Wish(null, 4, seed), CandidateHistory.NONE))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Property
    void drawsAsManyAsAreWantedAndThereAreAndNoneTwice(
            @ForAll("pools") List<QuestionEntry> pool,
            @ForAll("histories") CandidateHistory history,
            @ForAll("levels") @Nullable Level level,
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll long seed) {
        List<QuestionRef> drawn = QuestionChoice.draw(pool, new Wish(level, count, seed), history);

        assertThat(drawn).doesNotHaveDuplicates().hasSize(Math.min(count, pool.size()));
    }

    @Property
    void asksACandidateNothingAgainBeforeAllOfThePoolWasAsked(
            @ForAll("pools") List<QuestionEntry> pool,
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(min = 1, max = 8) int sessions,
            @ForAll long seed) {
        Map<String, Integer> asked = new HashMap<>();
        for (int session = 0; session < sessions; session++) {
            CandidateHistory history = new CandidateHistory(asked, Map.of(), Map.of());
            QuestionChoice.draw(pool, new Wish(null, count, seed + session), history)
                    .forEach(ref -> asked.merge(ref.id(), 1, Integer::sum));
        }

        List<Integer> times = pool.stream()
                .map(entry -> asked.getOrDefault(entry.ref().id(), 0))
                .sorted()
                .toList();
        assertThat(times.getLast() - times.getFirst()).isLessThanOrEqualTo(1);
    }

    @Property
    void staysAtTheLevelAsLongAsItHasEnough(
            @ForAll("pools") List<QuestionEntry> pool,
            @ForAll("histories") CandidateHistory history,
            @ForAll Level level,
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll long seed) {
        long ofTheLevel = pool.stream().filter(entry -> entry.level() == level).count();

        if (ofTheLevel >= count) {
            assertThat(drawn(pool, new Wish(level, count, seed), history)).allMatch(entry -> entry.level() == level);
        } else {
            assertThat(drawn(pool, new Wish(level, count, seed), CandidateHistory.NONE).stream()
                            .filter(entry -> entry.level() == level))
                    .hasSize((int) ofTheLevel);
        }
    }

    @Property
    void noSectionIsTwoAheadOfOneThatHasQuestionsLeft(
            @ForAll("pools") List<QuestionEntry> pool,
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll long seed) {
        List<QuestionEntry> drawn = drawn(pool, new Wish(null, count, seed), CandidateHistory.NONE);

        Map<String, Long> bySection = bySection(drawn);
        long most = bySection.values().stream().mapToLong(Long::longValue).max().orElse(0);
        bySection(pool).forEach((section, available) -> {
            long taken = bySection.getOrDefault(section, 0L);
            assertThat(taken == available || taken >= most - 1).isTrue();
        });
    }

    @Property
    void beginsWithTheWeakestOfWhatWasAskedLeast(
            @ForAll("pools") List<QuestionEntry> pool,
            @ForAll("histories") CandidateHistory history,
            @ForAll long seed) {
        QuestionEntry first = drawn(pool, new Wish(null, 1, seed), history).getFirst();

        int least = pool.stream().mapToInt(history::timesAsked).min().orElseThrow();
        double weakest = pool.stream()
                .filter(entry -> history.timesAsked(entry) == least)
                .mapToDouble(history::mastery)
                .min()
                .orElseThrow();
        assertThat(history.timesAsked(first)).isEqualTo(least);
        assertThat(history.mastery(first)).isEqualTo(weakest);
    }

    @Example
    void takesASectionForAQuestionThatWasNeverAsked() {
        QuestionEntry unseen = entry(1, "orm", Level.MID);
        CandidateHistory history = new CandidateHistory(Map.of(), Map.of(), Map.of("orm", 0.2));

        assertThat(history.mastery(unseen)).isEqualTo(0.2);
        assertThat(history.mastery(entry(2, "views", Level.MID))).isEqualTo(0.5);
    }

    @Provide
    Arbitrary<List<QuestionEntry>> pools() {
        Arbitrary<String> sections = Arbitraries.of("orm", "security", "views", "testing");
        return Combinators.combine(sections, Arbitraries.of(Level.class))
                .as(Place::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(QuestionChoiceTest::numbered);
    }

    private static List<QuestionEntry> numbered(List<Place> places) {
        List<QuestionEntry> entries = new ArrayList<>();
        for (Place place : places) {
            entries.add(entry(entries.size(), place.section(), place.level()));
        }
        return entries;
    }

    @Provide
    Arbitrary<CandidateHistory> histories() {
        Arbitrary<String> questions = Arbitraries.integers().between(0, 24).map(i -> "question-" + i);
        Arbitrary<Double> mastery = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        Arbitraries.maps(questions, Arbitraries.integers().between(0, 3)),
                        Arbitraries.maps(questions, mastery),
                        Arbitraries.maps(Arbitraries.of("orm", "security", "views"), mastery))
                .as(CandidateHistory::new);
    }

    @Provide
    Arbitrary<@Nullable Level> levels() {
        return Arbitraries.of(Level.class).injectNull(0.25);
    }

    private static List<QuestionEntry> drawn(List<QuestionEntry> pool, Wish wish, CandidateHistory history) {
        Map<QuestionRef, QuestionEntry> byRef =
                pool.stream().collect(Collectors.toMap(QuestionEntry::ref, Function.identity()));
        return QuestionChoice.draw(pool, wish, history).stream()
                .map(byRef::get)
                .sorted(Comparator.comparing(entry -> entry.ref().id()))
                .toList();
    }

    private static Map<String, Long> bySection(List<QuestionEntry> entries) {
        return entries.stream().collect(Collectors.groupingBy(QuestionEntry::section, Collectors.counting()));
    }

    private static QuestionEntry entry(int number, String section, Level level) {
        return new QuestionEntry(
                new QuestionRef("question-" + number, 1), "django", section, level, QuestionKind.EXPLAIN);
    }

    private record Place(String section, Level level) {}
}
