package dev.greenroom.worker.assessment;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.worker.concept.ConceptTexts;
import dev.greenroom.worker.concept.Concepts;
import dev.greenroom.worker.concept.ScaleFitting;
import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Encoder;
import dev.greenroom.worker.gate.Cleaning;
import dev.greenroom.worker.matching.Matches;
import dev.greenroom.worker.matching.ReferenceText;
import dev.greenroom.worker.matching.References;
import dev.greenroom.worker.rubric.Anchors;
import dev.greenroom.worker.rubric.GradeModel;
import dev.greenroom.worker.rubric.Grader;
import dev.greenroom.worker.rubric.ModelAnswer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out what an answer key has to offer: its texts encoded, the scale of each concept, the anchors. */
final class KeyStudy {

    private final AnswerKey key;
    private final Encoder encoder;
    private final Map<String, Encoded> encoded = new HashMap<>();

    private KeyStudy(AnswerKey key, Encoder encoder) {
        this.key = key;
        this.encoder = encoder;
    }

    /** Takes about 5 ms for each text of the key. */
    static StudiedKey study(AnswerKey key, Encoder encoder, GradeModel model) {
        return new KeyStudy(key, encoder).study(model);
    }

    private StudiedKey study(GradeModel model) {
        References.Builder builder = new References.Builder(encode(key.prompt()));
        ReferenceText modelText = builder.add(encode(key.modelAnswer()));
        List<ConceptTexts> texts = key.concepts().stream()
                .map(concept -> ConceptTexts.of(concept, builder, this::encode))
                .toList();
        References references = builder.build();
        Map<CalibrationAnswer, Reading> answers = readCalibration(references);
        Concepts concepts = ScaleFitting.fit(texts, own(texts, references), byBand(answers));
        ModelAnswer modelAnswer =
                new ModelAnswer(key.modelAnswer(), encode(key.modelAnswer()), modelText, key.prompt());
        Grader grader = Grader.by(key.rubric(), modelAnswer, model);
        return new StudiedKey(key, references, concepts, grader.correctedBy(anchors(answers, concepts, grader)));
    }

    private Encoded encode(String text) {
        return encoded.computeIfAbsent(text, encoder::encode);
    }

    private Map<CalibrationAnswer, Reading> readCalibration(References references) {
        Map<CalibrationAnswer, Reading> readings = new LinkedHashMap<>();
        for (CalibrationAnswer answer : key.calibration()) {
            Cleaning cleaning = Cleaning.of(answer.text(), key.prompt());
            if (!cleaning.sentences().isEmpty()) {
                readings.put(answer, Reading.of(cleaning, encode(cleaning.text()), references));
            }
        }
        return readings;
    }

    /** How each concept's own texts match all references. */
    private Map<ConceptTexts, List<Matches>> own(List<ConceptTexts> concepts, References references) {
        Map<ConceptTexts, List<Matches>> own = new LinkedHashMap<>();
        for (ConceptTexts concept : concepts) {
            own.put(
                    concept,
                    concept.listRight().stream()
                            .map(text -> Reading.of(Cleaning.none(text), encode(text), references)
                                    .matches())
                            .toList());
        }
        return own;
    }

    private static Map<Band, List<Matches>> byBand(Map<CalibrationAnswer, Reading> answers) {
        Map<Band, List<Matches>> byBand = new EnumMap<>(Band.class);
        answers.forEach((answer, reading) ->
                byBand.computeIfAbsent(answer.band(), _ -> new ArrayList<>()).add(reading.matches()));
        return byBand;
    }

    private static Anchors anchors(Map<CalibrationAnswer, Reading> answers, Concepts concepts, Grader grader) {
        List<Anchors.Anchor> anchors = new ArrayList<>();
        answers.forEach((answer, reading) -> anchors.add(new Anchors.Anchor(
                grader.profile(reading.matches(), concepts.judge(reading.matches(), reading.prose()), reading.prose()),
                answer.band())));
        return new Anchors(anchors);
    }
}
