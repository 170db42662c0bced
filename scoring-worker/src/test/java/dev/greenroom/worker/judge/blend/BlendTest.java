package dev.greenroom.worker.judge.blend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Confidence;
import dev.greenroom.model.evaluation.CriterionScore;
import dev.greenroom.model.evaluation.Delivery;
import dev.greenroom.model.evaluation.EvaluationStatus;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.evaluation.Provenance;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.assessment.Keys;
import dev.greenroom.worker.judge.blend.Blend.Settlement;
import dev.greenroom.worker.judge.reply.Verdict;
import dev.greenroom.worker.judge.reply.Verdict.Claim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlendTest {

    private static final String ANSWER =
            "Chaining filter calls sends nothing to the database. Every filter call sends its own query. Zebras are"
                    + " nice here.";

    private final AnswerKey key = Keys.key("django-orm-lazy-querysets");
    private final Concept concept = key.concepts().getFirst();

    private static Evidence quote(String words) {
        return Evidence.in(ANSWER, ANSWER.indexOf(words), ANSWER.indexOf(words) + words.length());
    }

    private static final Evidence RIGHT = quote("Chaining filter calls sends nothing to the database.");
    private static final Evidence WRONG = quote("Every filter call sends its own query.");
    private static final Evidence BESIDES = quote("Zebras are nice here.");

    /** Every criterion at the same score, the first concept in a state and the others missed. */
    private Assessment rubric(int score, ConceptState state) {
        List<CriterionScore> criteria = key.rubric().criteria().stream()
                .map(criterion -> new CriterionScore(
                        criterion.id(), criterion.label(), criterion.weight(), score, "As it is.", List.of()))
                .toList();
        List<ConceptFinding> concepts = key.concepts().stream()
                .map(each -> each.equals(concept)
                        ? finding(state)
                        : new ConceptFinding(each.id(), each.label(), ConceptState.MISSED, each.weight(), List.of()))
                .toList();
        List<MisconceptionFinding> mistakes = state == ConceptState.WRONG
                ? List.of(new MisconceptionFinding(concept.id(), WRONG.quote(), WRONG.start(), WRONG.end(), "No."))
                : List.of();
        return new Assessment(
                EvaluationStatus.SCORED,
                null,
                Score.of(score, 8, Confidence.HIGH, false),
                criteria,
                concepts,
                mistakes,
                List.of(),
                List.of(),
                key.modelAnswer(),
                new Delivery(17, null, null, null),
                List.of(),
                new Provenance(Scorer.RUBRIC, "m", null, "technical@1", "q@3", "sha256:0", 4, null, null));
    }

    private ConceptFinding finding(ConceptState state) {
        List<Evidence> evidence = switch (state) {
            case MISSED -> List.of();
            case WRONG -> List.of(WRONG);
            case PARTIAL, COVERED -> List.of(RIGHT);
        };
        return new ConceptFinding(concept.id(), concept.label(), state, concept.weight(), evidence);
    }

    private Verdict verdict(Band level, Map<String, Claim> claims) {
        Map<String, Band> levels = new HashMap<>();
        key.rubric().criteria().forEach(criterion -> levels.put(criterion.id(), level));
        return new Verdict(levels, claims, List.of());
    }

    private Verdict verdict(Band level, ConceptState state, Evidence... quotes) {
        return verdict(level, Map.of(concept.id(), new Claim(state, List.of(quotes))));
    }

    private Assessment agreed(Assessment rubric, boolean suspicious, boolean prose, Verdict... verdicts) {
        Settlement settlement = new Blend(key, rubric, suspicious, prose).settle(List.of(verdicts));
        assertThat(settlement).isInstanceOf(Settlement.Agreed.class);
        return ((Settlement.Agreed) settlement).assessment();
    }

    private static int value(Assessment assessment) {
        Score score = assessment.score();
        assertThat(score).isNotNull();
        return score == null ? -1 : score.value();
    }

    @ParameterizedTest(name = "rubric {0}, judge {1}: {2}")
    @CsvSource({
        "MISSED, COVERED, PARTIAL",
        "MISSED, PARTIAL, PARTIAL",
        "MISSED, WRONG, WRONG",
        "MISSED, MISSED, MISSED",
        "PARTIAL, COVERED, COVERED",
        "PARTIAL, PARTIAL, PARTIAL",
        "PARTIAL, MISSED, MISSED",
        "PARTIAL, WRONG, WRONG",
        "COVERED, COVERED, COVERED",
        "COVERED, PARTIAL, PARTIAL",
        "COVERED, MISSED, PARTIAL",
        "COVERED, WRONG, PARTIAL",
        "WRONG, COVERED, PARTIAL",
        "WRONG, PARTIAL, PARTIAL",
        "WRONG, MISSED, WRONG",
        "WRONG, WRONG, WRONG"
    })
    void movesAConceptByOneStep(ConceptState first, ConceptState judged, ConceptState settled) {
        // given
        Evidence[] quotes = judged == ConceptState.MISSED
                ? new Evidence[0]
                : new Evidence[] {judged == ConceptState.WRONG ? WRONG : RIGHT};

        // when
        Assessment assessment = agreed(rubric(60, first), false, true, verdict(Band.PARTIAL, judged, quotes));

        // then
        assertThat(assessment.concepts().getFirst().state()).isEqualTo(settled);
    }

    @Test
    void raisesNoConceptByAQuoteThatHasNothingToDoWithIt() {
        // when
        Assessment assessment = agreed(
                rubric(60, ConceptState.MISSED), false, true, verdict(Band.PARTIAL, ConceptState.COVERED, BESIDES));

        // then
        assertThat(assessment.concepts().getFirst().state()).isEqualTo(ConceptState.MISSED);
    }

    @Test
    void doesNotTakeAMistakeForTheEvidenceThatTheConceptIsRight() {
        // when
        Assessment assessment =
                agreed(rubric(60, ConceptState.WRONG), false, true, verdict(Band.PARTIAL, ConceptState.COVERED, WRONG));

        // then
        assertThat(assessment.concepts().getFirst().state()).isEqualTo(ConceptState.WRONG);
    }

    @Test
    void raisesNothingInAListOfWords() {
        // when
        Assessment assessment = agreed(
                rubric(60, ConceptState.PARTIAL), false, false, verdict(Band.PARTIAL, ConceptState.COVERED, RIGHT));

        // then
        assertThat(assessment.concepts().getFirst().state()).isEqualTo(ConceptState.PARTIAL);
    }

    @Test
    void letsTheRubricsFindingStandWhereTheJudgeShowsNothing() {
        // when
        Assessment assessment = agreed(rubric(60, ConceptState.COVERED), false, true, verdict(Band.PARTIAL, Map.of()));

        // then
        assertThat(assessment.concepts().getFirst()).isEqualTo(finding(ConceptState.COVERED));
    }

    @Test
    void takesTheMeanOfBothWithinTheLimits() {
        // when
        Assessment lower = agreed(rubric(70, ConceptState.COVERED), false, true, verdict(Band.WEAK, Map.of()));
        Assessment higher = agreed(rubric(20, ConceptState.MISSED), false, true, verdict(Band.STRONG, Map.of()));

        // then
        assertThat(value(lower)).isEqualTo(51);
        assertThat(value(higher)).isEqualTo(23);
        assertThat(higher.score())
                .extracting(score -> score != null && score.needsReview())
                .isEqualTo(true);
    }

    @Test
    void givesNothingToASuspiciousAnswer() {
        // when
        Assessment assessment = agreed(
                rubric(60, ConceptState.PARTIAL), true, true, verdict(Band.PARTIAL, ConceptState.COVERED, RIGHT));

        // then
        assertThat(value(assessment)).isLessThanOrEqualTo(60);
        assertThat(assessment.flags()).containsExactly(Flag.INJECTION_SUSPECTED);
        assertThat(assessment.concepts().getFirst().state()).isEqualTo(ConceptState.PARTIAL);
    }

    @Test
    void overrulesAJudgeThatGivesASuspiciousAnswerFarMore() {
        // when
        Settlement settlement = new Blend(key, rubric(60, ConceptState.PARTIAL), true, true)
                .settle(List.of(verdict(Band.SOLID, ConceptState.COVERED, RIGHT)));

        // then
        assertThat(settlement).isInstanceOfSatisfying(Settlement.Overruled.class, overruled -> {
            assertThat(value(overruled.assessment())).isEqualTo(60);
            assertThat(overruled.assessment().score())
                    .extracting(score -> score != null && score.needsReview())
                    .isEqualTo(true);
        });
    }

    @Test
    void isLessSureTheMoreTheVerdictsDiffer() {
        // given
        Assessment rubric = rubric(57, ConceptState.COVERED);

        // when
        Assessment alike = agreed(
                rubric,
                false,
                true,
                verdict(Band.PARTIAL, Map.of()),
                verdict(Band.PARTIAL, Map.of()),
                verdict(Band.PARTIAL, Map.of()));
        Assessment apart = agreed(
                rubric,
                false,
                true,
                verdict(Band.PARTIAL, Map.of()),
                verdict(Band.WEAK, Map.of()),
                verdict(Band.STRONG, Map.of()));

        // then
        assertThat(value(alike)).isEqualTo(value(apart));
        assertThat(spread(alike)).isLessThan(8);
        assertThat(spread(apart)).isGreaterThan(20);
    }

    private static int spread(Assessment assessment) {
        Score score = assessment.score();
        return score == null ? -1 : score.spread();
    }
}
