package dev.greenroom.worker.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Confidence;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.evaluation.Score;
import dev.greenroom.model.question.Rubric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertaintyTest {

    private static final int LONG_ENOUGH = 80;

    @Test
    void trustsAGradeWithASmallError() {
        // when
        Score score = Certainty.of(grades(77, 7), Set.of(), LONG_ENOUGH);

        // then
        assertThat(score.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(score.needsReview()).isFalse();
    }

    @Test
    void sendsAnAnswerToReviewWhenItsGradeMayBeFarOff() {
        // when
        Score score = Certainty.of(grades(77, 25), Set.of(), LONG_ENOUGH);

        // then
        assertThat(score.confidence()).isEqualTo(Confidence.LOW);
        assertThat(score.needsReview()).isTrue();
        assertThat(score.spread())
                .isGreaterThan(
                        Certainty.of(grades(77, 7), Set.of(), LONG_ENOUGH).spread());
    }

    @Test
    void isLessSureAtTheEdgeOfABand() {
        // given
        double expectedError = 11;

        // when
        Confidence middle =
                Certainty.of(grades(77, expectedError), Set.of(), LONG_ENOUGH).confidence();
        Confidence edge =
                Certainty.of(grades(71, expectedError), Set.of(), LONG_ENOUGH).confidence();

        // then
        assertThat(middle).isEqualTo(Confidence.HIGH);
        assertThat(edge).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void sendsWhoeverInstructsTheGraderToReview() {
        assertThat(Certainty.of(grades(77, 7), Set.of(Flag.INJECTION_SUSPECTED), LONG_ENOUGH)
                        .needsReview())
                .isTrue();
        assertThat(Certainty.ofNothing(Set.of(Flag.INJECTION_SUSPECTED)).needsReview())
                .isTrue();
        assertThat(Certainty.ofNothing(Set.of(Flag.DONT_KNOW)).needsReview()).isFalse();
    }

    private static Grades grades(int total, double expectedError) {
        Rubric.Criterion criterion = new Rubric.Criterion("depth", "Depth", "", 0.2, Map.of());
        return new Grades(List.of(new Grade(criterion, Aspect.DEPTH, 1, total)), expectedError, false);
    }
}
