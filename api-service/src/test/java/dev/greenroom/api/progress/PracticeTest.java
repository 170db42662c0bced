package dev.greenroom.api.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.ConceptState;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PracticeTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    @Example
    void namesTheWeakestQuestionFirstAndWhatIsWeakInIt() {
        List<Practice> next = Practice.next(List.of(
                concept("lazy", "triggers", 0.9),
                concept("lazy", "cache", 0.6),
                concept("csrf", "cookie", 0.1),
                concept("csrf", "token", 0.05),
                concept("mvt", "view", 0.95)));

        assertThat(next).extracting(Practice::questionId).containsExactly("csrf", "lazy");
        assertThat(next.getFirst().weakConcepts())
                .extracting(Practice.WeakConcept::conceptId)
                .containsExactly("token", "cookie");
        assertThat(next.getLast().weakConcepts())
                .extracting(Practice.WeakConcept::conceptId)
                .containsExactly("cache");
        assertThat(next.getFirst().mastery()).isEqualTo(0.08);
    }

    @Example
    void hasNothingToSayToSomebodyWhoMastersAll() {
        assertThat(Practice.next(List.of(concept("lazy", "triggers", 0.7)))).isEmpty();
    }

    @Property
    void growsFromWeakToLessWeakAndNamesNoQuestionTwice(@ForAll("concepts") List<ConceptProgress> concepts) {
        List<Practice> next = Practice.next(concepts);

        assertThat(next).hasSizeLessThanOrEqualTo(5);
        assertThat(next).extracting(Practice::mastery).isSorted();
        assertThat(next).extracting(Practice::questionId).doesNotHaveDuplicates();
        assertThat(next)
                .allSatisfy(practice ->
                        assertThat(practice.weakConcepts()).isNotEmpty().allMatch(weak -> weak.mastery() < 0.7));
    }

    @Provide
    Arbitrary<List<ConceptProgress>> concepts() {
        Arbitrary<String> questions = Arbitraries.of("lazy", "csrf", "mvt", "indexes", "signals", "caching", "forms");
        return Combinators.combine(
                        questions,
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.doubles().between(0, 1))
                .as(PracticeTest::concept)
                .list()
                .ofMaxSize(20);
    }

    private static ConceptProgress concept(String question, String concept, double mastery) {
        return new ConceptProgress(
                "django",
                "orm",
                question,
                concept,
                "Label of " + concept,
                mastery,
                2,
                ConceptState.PARTIAL,
                MONDAY,
                MONDAY.plusSeconds(60));
    }
}
