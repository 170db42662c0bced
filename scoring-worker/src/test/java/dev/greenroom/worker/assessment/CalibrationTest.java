package dev.greenroom.worker.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.Question;
import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Encoder;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final List<Graded> all = new ArrayList<>();

    @BeforeAll
    void scoreAllCalibrationAnswersEachWithoutItself() {
        try (Encoder encoder = Encoder.open()) {
            Map<String, Encoded> known = new HashMap<>();
            GradeModel model = GradeModel.load();
            StudiedKeys keys = new StudiedKeys(
                    1, key -> KeyStudy.study(key, text -> known.computeIfAbsent(text, encoder::encode), model));
            Scoring scoring = new Scoring(encoder, keys);
            Keys.questions().forEach(question -> score(question, scoring));
        }
    }

    private void score(Question question, Scoring scoring) {
        AnswerKey key = Keys.key(question);
        for (CalibrationAnswer answer : question.calibration()) {
            Assessment assessment = scoring.assess(Keys.without(answer, key), AnswerInput.typed(answer.text()));
            int score = Optional.ofNullable(assessment.score()).orElseThrow().value();
            all.add(new Graded(question.id(), answer.band(), score));
        }
    }

    @Test
    void findsTheBandOfMostAnswersAndMissesNoneByFar() {
        assertThat(shareWithin(0)).isGreaterThanOrEqualTo(IN_BAND);
        assertThat(shareWithin(1)).isGreaterThanOrEqualTo(WITHIN_ONE_BAND);
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

    private record Graded(String question, Band band, int score) {

        int bandsApart() {
            return Math.abs(BANDS.indexOf(Band.of(score)) - BANDS.indexOf(band));
        }
    }
}
