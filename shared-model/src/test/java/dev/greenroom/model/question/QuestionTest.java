package dev.greenroom.model.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.model.evaluation.ConceptState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;

class QuestionTest {

    @Example
    void refusesAFollowUpToAConceptThatItDoesNotHave() {
        FollowUp lost = followUp("lost", new ProbeCondition("elsewhere", Set.of(ConceptState.MISSED), false));

        assertThatThrownBy(() -> question(List.of(concept("here")), List.of(lost)))
                .hasMessageContaining("unknown concept elsewhere");
    }

    @Example
    void refusesAConceptThatItHasTwice() {
        assertThatThrownBy(() -> question(List.of(concept("twin"), concept("twin")), List.of()))
                .hasMessageContaining("twin twice");
    }

    @Example
    void refusesAConditionWithoutSense() {
        assertThatThrownBy(() -> new ProbeCondition("here", Set.of(), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProbeCondition("here", Set.of(ConceptState.WRONG), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void listsTheStatesInOneOrderWhateverTheJvm() {
        Set<ConceptState> states = new LinkedHashSet<>(List.of(ConceptState.WRONG, ConceptState.PARTIAL));

        assertThat(new ProbeCondition("here", states, false).states())
                .containsExactly(ConceptState.PARTIAL, ConceptState.WRONG);
    }

    @Example
    void weighsByTheQuestionsOwnChoice() {
        Rubric rubric = new Rubric(
                "technical", 1, "Technical", List.of(criterion("correctness", 0.4), criterion("depth", 0.2)));

        Rubric chosen = rubric.as(new RubricChoice("technical@1", Map.of("depth", 0.9)));

        assertThat(chosen.criteria()).containsExactly(criterion("depth", 0.9));
        assertThat(rubric.as(new RubricChoice("technical@1", null))).isSameAs(rubric);
        assertThat(chosen.reference()).isEqualTo("technical@1");
    }

    private static Rubric.Criterion criterion(String id, double weight) {
        return new Rubric.Criterion(id, id, id, weight, Map.of());
    }

    private static Concept concept(String id) {
        return new Concept(id, id, "A statement about it.", List.of(), List.of(), 2, true, List.of());
    }

    private static FollowUp followUp(String id, ProbeCondition when) {
        return new FollowUp(id, when, "Why?", false, List.of(), "Because.");
    }

    private static Question question(List<Concept> concepts, List<FollowUp> followUps) {
        return new Question(
                "q",
                "django",
                "orm",
                Level.MID,
                QuestionKind.EXPLAIN,
                "What is it?",
                List.of(),
                60,
                "Think.",
                List.of(),
                "It is what it is.",
                new RubricChoice("technical@1", null),
                concepts,
                followUps,
                List.of(),
                List.of());
    }
}
