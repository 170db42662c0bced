package dev.greenroom.worker.followup;

import static dev.greenroom.model.evaluation.ConceptState.COVERED;
import static dev.greenroom.model.evaluation.ConceptState.MISSED;
import static dev.greenroom.model.evaluation.ConceptState.PARTIAL;
import static dev.greenroom.model.evaluation.ConceptState.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.ProbeCondition;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.RubricChoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FollowUpChoiceTest {

    /** Concepts: a required light one, a required heavy one, an optional one. */
    private static final Question QUESTION = question(
            List.of(concept("light", 1, true), concept("heavy", 3, true), concept("extra", 2, false)),
            List.of(
                    probe("mend-light", "light", Set.of(PARTIAL, MISSED)),
                    probe("turn-light", "light", Set.of(WRONG)),
                    probe("mend-heavy", "heavy", Set.of(PARTIAL, MISSED)),
                    probe("turn-heavy", "heavy", Set.of(WRONG)),
                    probe("turn-heavy-again", "heavy", Set.of(WRONG)),
                    probe("mend-extra", "extra", Set.of(PARTIAL, MISSED)),
                    onCompletion("same-level", false),
                    onCompletion("next-level", true)));

    @Test
    void asksAboutAnErrorBeforeAnyGap() {
        assertThat(choose(main(WRONG, MISSED, MISSED))).contains("turn-light");
    }

    @Test
    void asksAboutTheHeavierOfTwoErrors() {
        assertThat(choose(main(WRONG, WRONG, COVERED))).contains("turn-heavy");
    }

    @Test
    void asksAboutARequiredHalfTruthBeforeWhatIsMissing() {
        assertThat(choose(main(PARTIAL, MISSED, MISSED))).contains("mend-light");
    }

    @Test
    void asksAboutRequiredThingsMissingBeforeOthers() {
        assertThat(choose(main(COVERED, MISSED, MISSED))).contains("mend-heavy");
    }

    @Test
    void asksAboutAnOptionalThingMissingBeforeAnOptionalHalfTruth() {
        assertThat(choose(main(COVERED, COVERED, MISSED))).contains("mend-extra");
        assertThat(choose(main(COVERED, MISSED, PARTIAL))).contains("mend-heavy");
    }

    @Test
    void saysWhyItAsks() {
        // when
        Probe probe = FollowUpChoice.choose(QUESTION, List.of(main(COVERED, WRONG, COVERED)))
                .orElseThrow();

        // then
        assertThat(probe.targetConcepts()).containsExactly("heavy");
        assertThat(probe.trigger()).isEqualTo(Trigger.WRONG_CONCEPT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Flag.class,
            names = {"SKIPPED", "NO_ANSWER", "DONT_KNOW"})
    void asksNothingMoreAfterNoAnswer(Flag flag) {
        // given
        ThreadTurn turn = new ThreadTurn(null, findings(MISSED, MISSED, MISSED), List.of(flag), 0);

        // when
        Optional<Probe> probe = FollowUpChoice.choose(QUESTION, List.of(turn));

        // then
        assertThat(probe).isEmpty();
    }

    @Test
    void asksNothingMoreAfterAnAnswerWithoutAScore() {
        assertThat(FollowUpChoice.choose(
                        QUESTION,
                        List.of(new ThreadTurn(null, List.of(), List.of(Flag.LOW_TRANSCRIPT_CONFIDENCE), null))))
                .isEmpty();
    }

    @Test
    void movesOnToTheNextGapOnceAConceptWasProbed() {
        assertThat(choose(main(MISSED, MISSED, COVERED), answer("mend-heavy", MISSED)))
                .contains("mend-light");
    }

    @Test
    void comesBackToAConceptOnlyWithAnotherQuestionAboutAnError() {
        assertThat(choose(main(COVERED, WRONG, COVERED), answer("turn-heavy", WRONG)))
                .contains("turn-heavy-again");
        assertThat(choose(main(COVERED, WRONG, COVERED), answer("turn-heavy", PARTIAL)))
                .isEmpty();
    }

    @Test
    void neverAsksAFollowUpTwice() {
        assertThat(choose(
                        main(COVERED, WRONG, COVERED), answer("turn-heavy", WRONG), answer("turn-heavy-again", WRONG)))
                .isEmpty();
    }

    @Test
    void raisesTheLevelWhenAllIsCovered() {
        // when
        Probe probe = FollowUpChoice.choose(QUESTION, List.of(main(COVERED, COVERED, COVERED)))
                .orElseThrow();

        // then
        assertThat(probe.followUp().id()).isEqualTo("next-level");
        assertThat(probe.trigger()).isEqualTo(Trigger.ALL_COVERED);
    }

    @Test
    void doesNotRaiseTheLevelBelowSeventyFive() {
        assertThat(FollowUpChoice.choose(
                        QUESTION, List.of(new ThreadTurn(null, findings(COVERED, COVERED, COVERED), List.of(), 74))))
                .isEmpty();
    }

    private static Optional<String> choose(ThreadTurn... thread) {
        return FollowUpChoice.choose(QUESTION, List.of(thread))
                .map(probe -> probe.followUp().id());
    }

    private static ThreadTurn main(ConceptState light, ConceptState heavy, ConceptState extra) {
        return new ThreadTurn(null, findings(light, heavy, extra), List.of(), 80);
    }

    private static ThreadTurn answer(String followUp, ConceptState state) {
        return new ThreadTurn(followUp, List.of(finding("own", state)), List.of(), 80);
    }

    private static List<ConceptFinding> findings(ConceptState light, ConceptState heavy, ConceptState extra) {
        return List.of(finding("light", light), finding("heavy", heavy), finding("extra", extra));
    }

    private static ConceptFinding finding(String id, ConceptState state) {
        return new ConceptFinding(id, id, state, 1, state == MISSED ? List.of() : List.of(new Evidence("q", 0, 1)));
    }

    private static Concept concept(String id, int weight, boolean required) {
        return new Concept(id, id, "It is so.", List.of("So it is."), List.of(), weight, required, List.of());
    }

    private static FollowUp probe(String id, String concept, Set<ConceptState> states) {
        return followUp(id, new ProbeCondition(concept, states, false), false);
    }

    private static FollowUp onCompletion(String id, boolean harder) {
        return followUp(id, new ProbeCondition(null, null, true), harder);
    }

    private static FollowUp followUp(String id, ProbeCondition when, boolean harder) {
        return new FollowUp(id, when, "Why?", harder, List.of(concept("own", 1, true)), "Because.");
    }

    private static Question question(List<Concept> concepts, List<FollowUp> followUps) {
        return new Question(
                "question",
                "topic",
                "section",
                Level.MID,
                QuestionKind.EXPLAIN,
                "What is it?",
                List.of(),
                60,
                "hint",
                List.of(),
                "It is so.",
                new RubricChoice("technical@1", null),
                concepts,
                followUps,
                List.of(),
                List.of());
    }
}
