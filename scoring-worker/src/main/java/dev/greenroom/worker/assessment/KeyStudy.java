package dev.greenroom.worker.assessment;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.worker.concept.ConceptSample;
import dev.greenroom.worker.concept.ConceptTexts;
import dev.greenroom.worker.concept.Concepts;
import dev.greenroom.worker.concept.Polarity;
import dev.greenroom.worker.concept.ScaleFitting;
import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.gate.Cleaning;
import dev.greenroom.worker.language.Sentences;
import dev.greenroom.worker.language.Spelling;
import dev.greenroom.worker.matching.Manner;
import dev.greenroom.worker.matching.Matches;
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
        List<ModelAnswer> modelAnswers = key.modelAnswers().stream()
                .map(answer -> modelAnswer(answer, builder))
                .toList();
        List<ConceptTexts> texts = key.concepts().stream()
                .map(concept -> ConceptTexts.of(concept, builder, this::encode))
                .toList();
        List<Polarity.Truth> truths = truths(texts, builder);
        References references = builder.build();
        Map<GradedSample, Reading> answers = readSamples(references);
        Concepts concepts = ScaleFitting.fit(samples(texts, references), byBand(answers), new Polarity(truths));
        double effect = model.effects().on(key.prompt(), key.modelAnswer());
        Grader grader = Grader.by(key.rubric(), modelAnswers, model, effect);
        return new StudiedKey(key, spelling(texts), references, concepts, anchored(answers, concepts, grader));
    }

    /** The key's sample answers are no part of it: they are answers of others, misspelt or not. */
    private Spelling spelling(List<ConceptTexts> concepts) {
        List<String> texts = new ArrayList<>(key.modelAnswers());
        texts.add(key.prompt());
        for (ConceptTexts concept : concepts) {
            texts.addAll(concept.listRight());
            texts.addAll(concept.listWrong());
        }
        return Spelling.of(texts);
    }

    private ModelAnswer modelAnswer(String answer, References.Builder builder) {
        return new ModelAnswer(answer, key.prompt(), builder.add(encode(answer)));
    }

    /** Everything that the key holds to be true, sentence by sentence. */
    private List<Polarity.Truth> truths(List<ConceptTexts> concepts, References.Builder builder) {
        List<Polarity.Truth> truths = new ArrayList<>();
        for (ConceptTexts texts : concepts) {
            for (int i = 0; i < texts.right().size(); i++) {
                truths.add(Polarity.Truth.of(
                        texts.right().get(i), texts.listRight().get(i)));
            }
        }
        key.modelAnswers().forEach(answer -> truths.addAll(sentences(answer, builder)));
        return truths;
    }

    private List<Polarity.Truth> sentences(String answer, References.Builder builder) {
        Encoded model = encode(answer);
        return Sentences.split(answer).stream()
                .map(sentence -> Polarity.Truth.of(
                        builder.addWhole(
                                model.sentence(model.firstFrom(sentence.start()), model.firstFrom(sentence.end()))),
                        sentence.in(answer)))
                .toList();
    }

    private Encoded encode(String text) {
        return encoded.computeIfAbsent(text, encoder);
    }

    private Map<GradedSample, Reading> readSamples(References references) {
        Map<GradedSample, Reading> readings = new LinkedHashMap<>();
        for (GradedSample answer : key.samples()) {
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

    private static Map<Band, List<Matches>> byBand(Map<GradedSample, Reading> answers) {
        Map<Band, List<Matches>> byBand = new EnumMap<>(Band.class);
        answers.forEach((answer, reading) ->
                byBand.computeIfAbsent(answer.band(), _ -> new ArrayList<>()).add(reading.matches()));
        return byBand;
    }

    private Grader anchored(Map<GradedSample, Reading> answers, Concepts concepts, Grader grader) {
        List<Anchors.Anchor> anchors = new ArrayList<>();
        answers.forEach((answer, reading) ->
                anchors.add(new Anchors.Anchor(profile(reading, concepts, grader), answer.grade())));
        return grader.anchoredBy(anchors, !key.concepts().isEmpty());
    }

    private Anchors.Profile profile(Reading reading, Concepts concepts, Grader grader) {
        Manner manner = reading.mannerBeside(key);
        return grader.profile(reading.matches(), concepts.judge(reading.matches(), manner), manner);
    }
}
