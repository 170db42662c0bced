package dev.greenroom.bench.grading;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.bench.judging.BankFiles;
import dev.greenroom.model.question.Question;
import dev.greenroom.worker.encoder.CommonPart;
import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Encoder;
import dev.greenroom.worker.rubric.Anchoring;
import dev.greenroom.worker.rubric.GradeModel;
import dev.greenroom.worker.rubric.QuestionEffects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fits the grade model that the scorer ships, and writes it with its provenance. */
@Command(
        name = "calibrate",
        description = "Fits the grade model from graded answers and writes it as JSON.",
        mixinStandardHelpOptions = true)
public final class Calibrate implements Callable<Integer> {

    private static final int ERROR_KNOTS = 6;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Tab-separated values, gzipped if named .gz.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--split", paramLabel = "S", description = "Only this split (all).")
    private @Nullable String split;

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            defaultValue =
                    "${sys:greenroom.root:-.}/scoring-worker/src/main/resources/dev/greenroom/worker/rubric/grade-model.json",
            description = "Where the model goes (${DEFAULT-VALUE}).")
    private Path out = Path.of("grade-model.json");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<GradedAnswer> answers = new ArrayList<>();
        try {
            for (Path file : files) {
                answers.addAll(GradedFile.read(file, split));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        GradeModel model = fit(answers);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(out.toFile(), model);
        System.out.println(model.provenance());
        return 0;
    }

    private GradeModel fit(List<GradedAnswer> answers) {
        Map<String, Encoded> texts = encode(textsOf(answers));
        CommonPart commonPart =
                CommonPart.in(List.of(texts.values(), encode(bankTexts()).values()));
        List<Measured> samples;
        try (Grading grading = new Grading(HeadFitting.blank(commonPart))) {
            samples = new Samples(grading, answers).measure();
        }
        double[] levels = leftOut(samples, answers.size());
        Anchoring anchoring =
                AnchoringFitting.fit(errors(answers, levels, texts).values());
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            predictions.add(Prediction.of(answers.get(i), levels[i]));
        }
        GradeModel head = HeadFitting.fit(samples);
        return new GradeModel(
                provenance(new Agreement(predictions), samples.size()),
                commonPart,
                head.terms(),
                effects(answers, samples, head),
                errorCurve(predictions),
                anchoring);
    }

    private static Set<String> textsOf(List<GradedAnswer> answers) {
        Set<String> texts = new LinkedHashSet<>();
        for (GradedAnswer answer : answers) {
            texts.add(answer.question());
            texts.addAll(answer.references());
            texts.add(answer.answer());
        }
        return texts;
    }

    /** Texts of the same kinds as {@link #textsOf} gives, about what people will be asked. */
    private static Set<String> bankTexts() {
        BankFiles bank = BankFiles.builtIn();
        Set<String> texts = new LinkedHashSet<>();
        for (String topic : bank.topics()) {
            for (Question question : bank.questions(topic)) {
                texts.add(question.prompt());
                texts.add(question.modelAnswer());
                question.calibration().forEach(answer -> texts.add(answer.text()));
            }
        }
        return texts;
    }

    /** Each text just as the encoder gives it. */
    private static Map<String, Encoded> encode(Set<String> texts) {
        Map<String, Encoded> encoded = new LinkedHashMap<>();
        try (Encoder encoder = Encoder.open(CommonPart.NONE)) {
            texts.forEach(text -> encoded.put(text, encoder.encode(text)));
        }
        return encoded;
    }

    /** The root mean square error in each of some equal parts of the predictions, from low to high. */
    private static GradeModel.Curve errorCurve(List<Prediction> predictions) {
        List<Prediction> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(Prediction::value))
                .toList();
        List<Double> at = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < ERROR_KNOTS; k++) {
            List<Prediction> part =
                    sorted.subList(k * sorted.size() / ERROR_KNOTS, (k + 1) * sorted.size() / ERROR_KNOTS);
            at.add(part.stream().mapToDouble(Prediction::value).average().orElseThrow());
            values.add(Math.sqrt(part.stream()
                    .mapToDouble(prediction -> prediction.error() * prediction.error())
                    .average()
                    .orElseThrow()));
        }
        return new GradeModel.Curve(at, values);
    }

    private String provenance(Agreement leftOut, int samples) {
        return ("Fitted on %d graded answers to questions of %s%s and %d made up ones worth nothing; r %.3f on questions"
                        + " left out. Half of the common part is that of their texts, half that of the question bank's.")
                .formatted(
                        leftOut.size(),
                        files.stream()
                                .map(file -> file.getFileName().toString())
                                .collect(Collectors.joining(", ")),
                        split == null ? "" : " (split " + split + ")",
                        samples - leftOut.size(),
                        leftOut.pearson());
    }

    /** By how much the model that has seen all answers misjudges those to each question. */
    private static QuestionEffects effects(List<GradedAnswer> answers, List<Measured> samples, GradeModel head) {
        Map<String, List<Double>> errors = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            GradedAnswer answer = answers.get(i);
            String name =
                    QuestionEffects.name(answer.question(), answer.references().getFirst());
            errors.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(answer.score() - head.grade(samples.get(i).features()));
        }
        return QuestionEffects.of(EffectFitting.fit(errors));
    }

    /** Grades of the graded answers by models that have not seen their question. */
    private static double[] leftOut(List<Measured> samples, int graded) {
        double[] levels = new double[graded];
        Map<String, GradeModel> models = new LinkedHashMap<>();
        for (int i = 0; i < graded; i++) {
            Measured sample = samples.get(i);
            levels[i] = models.computeIfAbsent(sample.question(), question -> withoutQuestion(samples, question))
                    .grade(sample.features());
        }
        return levels;
    }

    private static GradeModel withoutQuestion(List<Measured> samples, String question) {
        List<Measured> others = samples.stream()
                .filter(sample -> !sample.question().equals(question))
                .toList();
        return HeadFitting.fit(others);
    }

    private static Map<String, List<AnchoringFitting.Miss>> errors(
            List<GradedAnswer> answers, double[] levels, Map<String, Encoded> texts) {
        Map<String, List<AnchoringFitting.Miss>> errors = new LinkedHashMap<>();
        for (int i = 0; i < levels.length; i++) {
            GradedAnswer answer = answers.get(i);
            errors.computeIfAbsent(answer.key(), _ -> new ArrayList<>())
                    .add(new AnchoringFitting.Miss(
                            levels[i], requireNonNull(texts.get(answer.answer())), answer.score() - levels[i]));
        }
        return errors;
    }
}
