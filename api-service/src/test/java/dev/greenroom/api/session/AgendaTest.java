package dev.greenroom.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.api.bank.QuestionEntry;
import dev.greenroom.model.interview.Adaptation;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.QuestionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AgendaTest {

    @Property
    void anAdaptiveInterviewHasAllItMayNeedWhateverTheScores(
            @ForAll("pools") List<QuestionEntry> pool,
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll long seed,
            @ForAll @Size(12) List<@IntRange(max = 100) Integer> scores) {
        Agenda agenda = Agenda.adaptive(pool, count, seed, CandidateHistory.NONE);

        List<QuestionRef> asked = new ArrayList<>();
        Adaptation now = Objects.requireNonNull(agenda.adaptation());
        for (int i = 0; i < agenda.questions().size(); i++) {
            asked.add(now.findNext().orElseThrow());
            now = now.afterAsking().afterThread(scores.get(i));
        }

        assertThat(asked).hasSize(Math.min(count, pool.size())).doesNotHaveDuplicates();
    }

    @Example
    void namedQuestionsKeepTheirOrder() {
        List<QuestionEntry> pool = List.of(entry(0, Level.MID), entry(1, Level.JUNIOR), entry(2, Level.SENIOR));

        assertThat(Agenda.named(List.of("question-2", "question-0"), pool).questions())
                .containsExactly(pool.get(2).ref(), pool.get(0).ref());
    }

    @Provide
    Arbitrary<List<QuestionEntry>> pools() {
        return Arbitraries.of(Level.class).list().ofMinSize(1).ofMaxSize(20).map(levels -> {
            List<QuestionEntry> entries = new ArrayList<>();
            levels.forEach(level -> entries.add(entry(entries.size(), level)));
            return entries;
        });
    }

    private static QuestionEntry entry(int number, Level level) {
        return new QuestionEntry(
                new QuestionRef("question-" + number, 1),
                "django",
                "section-" + number % 3,
                level,
                QuestionKind.EXPLAIN);
    }
}
