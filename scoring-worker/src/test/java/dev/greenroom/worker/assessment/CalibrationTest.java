package dev.greenroom.worker.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Flag;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.Question;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How near the scorer comes to the bands that people gave, on answers that it was not told of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalibrationTest {

    private static final List<Band> BANDS = List.of(Band.values());
    private static final double IN_BAND = 0.80;
    private static final double WITHIN_ONE_BAND = 0.97;

    private final List<Graded> all = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    void scoreAllCalibrationAnswersEachWithoutItself() {
        GradeModel model = GradeModel.load();
        StudiedKeys keys = new StudiedKeys(0, key -> KeyStudy.study(key, OneForAll::known, model));
        Scoring scoring = new Scoring(OneForAll.encoder(), keys);
        Keys.questions().parallelStream().forEach(question -> score(question, scoring));
    }

    private void score(Question question, Scoring scoring) {
        AnswerKey key = Keys.key(question);
        for (CalibrationAnswer answer : question.calibration()) {
            Assessment assessment = scoring.assess(Keys.without(answer, key), AnswerInput.typed(answer.text()));
            int score = Optional.ofNullable(assessment.score()).orElseThrow().value();
            all.add(new Graded(question.id(), answer.band(), score, assessment));
        }
    }

    @Test
    void findsTheBandOfMostAnswersAndMissesNoneByFar() {
        assertThat(shareWithin(0)).isGreaterThanOrEqualTo(IN_BAND);
        assertThat(shareWithin(1)).isGreaterThanOrEqualTo(WITHIN_ONE_BAND);
    }

    /**
     * How often each guard strikes at an answer that people found at least half right, of 373. A larger number is a
     * regression; a smaller one is to be written down here.
     */
    @Test
    void guardsLeaveHonestAnswersAlone() {
        // when
        Map<Flag, Long> struck = all.stream()
                .filter(graded -> graded.band().from() >= Band.PARTIAL.from())
                .flatMap(graded -> graded.assessment().flags().stream())
                .collect(Collectors.groupingBy(flag -> flag, () -> new EnumMap<>(Flag.class), Collectors.counting()));

        // then
        assertThat(struck).isEqualTo(Map.of(Flag.CONTRADICTION, 5L));
    }

    /** The same for the checks that call a concept wrong, by answers that people found right. */
    @Test
    void callsHardlyAnythingWrongThatIsRight() {
        // when
        long concepts = all.stream()
                .filter(graded -> graded.band().from() >= Band.SOLID.from())
                .flatMap(graded -> graded.assessment().concepts().stream())
                .filter(finding -> finding.state() == ConceptState.WRONG)
                .count();

        // then
        assertThat(concepts).isZero();
    }

    private double shareWithin(int bands) {
        return all.stream().filter(graded -> graded.bandsApart() <= bands).count() / (double) all.size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "django-orm-lazy-querysets",
                "django-orm-n-plus-one",
                "django-orm-migrations",
                "django-mvt-vs-mvc",
                "django-request-response-cycle",
                "django-csrf-protection",
                "django-authentication"
            })
    void scoresStrongAboveHalfRightAboveWeakAboveNothing(String question) {
        assertThat(mean(question, Band.STRONG)).isGreaterThan(mean(question, Band.PARTIAL) + 10);
        assertThat(mean(question, Band.PARTIAL)).isGreaterThan(mean(question, Band.WEAK) + 5);
        assertThat(mean(question, Band.WEAK)).isGreaterThan(mean(question, Band.NO_EVIDENCE));
    }

    private double mean(String question, Band band) {
        return all.stream()
                .filter(graded -> graded.question().equals(question) && graded.band() == band)
                .mapToInt(Graded::score)
                .average()
                .orElseThrow();
    }

    private record Graded(String question, Band band, int score, Assessment assessment) {

        int bandsApart() {
            return Math.abs(BANDS.indexOf(Band.of(score)) - BANDS.indexOf(band));
        }
    }
}
