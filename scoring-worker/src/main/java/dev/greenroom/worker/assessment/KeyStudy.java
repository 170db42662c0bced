package dev.greenroom.worker.assessment;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.worker.concept.ConceptSample;
import dev.greenroom.worker.concept.ConceptTexts;
import dev.greenroom.worker.concept.Concepts;
import dev.greenroom.worker.concept.Polarity;
import dev.greenroom.worker.concept.ScaleFitting;
import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.gate.Cleaning;
import dev.greenroom.worker.language.Negation;
import dev.greenroom.worker.language.Sentence;
import dev.greenroom.worker.language.Sentences;
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
import java.util.function.Function;

/** Works out what an answer key has to offer: its texts encoded, the scale of each concept, the anchors. */
final class KeyStudy {

    private final AnswerKey key;
    private final Function<String, Encoded> encoder;
    private final Map<String, Encoded> encoded = new HashMap<>();

    private KeyStudy(AnswerKey key, Function<String, Encoded> encoder) {
        this.key = key;
        this.encoder = encoder;
    }

    /** Takes a few milliseconds for each text of the key, on the calling thread. */
    static StudiedKey study(AnswerKey key, Function<String, Encoded> encoder, GradeModel model) {
        return new KeyStudy(key, encoder).study(model);
    }

    private StudiedKey study(GradeModel model) {
        References.Builder builder = new References.Builder(encode(key.prompt()));
        ReferenceText modelText = builder.add(encode(key.modelAnswer()));
        List<ConceptTexts> texts = key.concepts().stream()
                .map(concept -> ConceptTexts.of(concept, builder, this::encode))
                .toList();
        List<Polarity.Truth> truths = truths(texts, builder);
        References references = builder.build();
        Map<CalibrationAnswer, Reading> answers = readCalibration(references);
        Concepts concepts = ScaleFitting.fit(samples(texts, references), byBand(answers), new Polarity(truths));
        ModelAnswer modelAnswer =
                new ModelAnswer(key.modelAnswer(), encode(key.modelAnswer()), modelText, key.prompt());
        Grader grader = Grader.by(key.rubric(), modelAnswer, model);
        return new StudiedKey(key, references, concepts, grader.correctedBy(anchors(answers, concepts, grader)));
    }

    /** Everything that the key holds to be true, sentence by sentence. */
    private List<Polarity.Truth> truths(List<ConceptTexts> concepts, References.Builder builder) {
        List<Polarity.Truth> truths = new ArrayList<>();
        for (ConceptTexts texts : concepts) {
            for (int i = 0; i < texts.right().size(); i++) {
                truths.add(new Polarity.Truth(
                        texts.right().get(i), Negation.of(texts.listRight().get(i))));
            }
        }
        Encoded model = encode(key.modelAnswer());
        for (Sentence sentence : Sentences.split(key.modelAnswer())) {
            float[] vector = model.sentence(model.firstFrom(sentence.start()), model.firstFrom(sentence.end()));
            truths.add(new Polarity.Truth(builder.addWhole(vector), Negation.of(sentence.in(key.modelAnswer()))));
        }
        return truths;
    }

    private Encoded encode(String text) {
        return encoded.computeIfAbsent(text, encoder);
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

    private List<ConceptSample> samples(List<ConceptTexts> concepts, References references) {
        return concepts.stream()
                .map(texts -> new ConceptSample(
                        texts, read(texts.listRight(), references), read(texts.listWrong(), references)))
                .toList();
    }

    private List<Matches> read(List<String> texts, References references) {
        return texts.stream()
                .map(text -> Reading.of(Cleaning.none(text), encode(text), references)
                        .matches())
                .toList();
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
                grader.profile(reading.matches(), concepts.judge(reading.matches(), reading.prose()), reading.order()),
                answer.band())));
        return new Anchors(anchors);
    }
}
