package dev.greenroom.bench.grading;

import dev.greenroom.bench.Spread;
import dev.greenroom.model.evaluation.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores files of graded answers with the rubric scorer as it ships, and prints how well it agrees with the grades. */
@Command(
        name = "grade-bench",
        description =
                "Scores graded answers with the rubric scorer, and a language model on demand, and prints how well the"
                        + " scores agree with the grades.",
        mixinStandardHelpOptions = true)
public final class GradeBench implements Callable<Integer> {

    private static final String LINE = "%-28s %-8s %6s %7s %7s %7s %7s %7s %7s %8s%n";

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Tab-separated values, gzipped if named .gz.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "S",
            split = ",",
            description = "Only these splits, each by itself and together (all).")
    private List<String> splits = new ArrayList<>();

    @Option(
            names = "--anchors",
            paramLabel = "K",
            defaultValue = "0",
            description = "Tell the scorer K graded answers of each question and score the others (${DEFAULT-VALUE}).")
    private int anchors;

    @Option(
            names = "--anchors-from",
            paramLabel = "S",
            description =
                    "Take the anchors from this split, as questions of a bank bring theirs, and score all others.")
    private @Nullable String anchorSplit;

    @Option(names = "--out", paramLabel = "PREDICTIONS", description = "Write a predicted score, 0 to 1, a line.")
    private @Nullable Path out;

    @Option(
            names = "--judge",
            description =
                    "Settle each score with the language model that GREENROOM_LLM_BASE_URL, _MODEL and _API_KEY name.")
    private boolean judge;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Only so many answers of each file and split, spread evenly (all).")
    private int sample = Integer.MAX_VALUE;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final List<Prediction> all = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        System.out.printf(LINE, "file", "split", "n", "r", "rho", "RMSE/5", "QWK/5", "r in q", "AUC full", "ms/answer");
        try (Grading grading = judge ? Grading.withTheConfiguredJudge() : new Grading()) {
            for (Path file : files) {
                if (splits.isEmpty()) {
                    score(file, null, grading);
                }
                List<Prediction> together = new ArrayList<>();
                for (String split : splits) {
                    together.addAll(score(file, split, grading));
                }
                if (splits.size() > 1) {
                    print(file, String.join("+", splits), together, "-");
                }
            }
            System.out.print(grading.judgesAccount());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        printConfidence();
        if (out != null) {
            Files.write(
                    out,
                    all.stream()
                            .map(prediction -> String.format(Locale.ROOT, "%.4f", prediction.value()))
                            .toList());
        }
        return 0;
    }

    private List<Prediction> score(Path file, @Nullable String split, Grading grading) throws IOException {
        List<GradedAnswer> answers = Spread.some(GradedFile.read(file, split), sample);
        long begin = System.nanoTime();
        List<Prediction> predictions = anchorSplit == null
                ? grading.predictWithAnchors(answers, anchors)
                : grading.predictWithAnchorsFrom(GradedFile.read(file, anchorSplit), answers, anchors);
        double milliseconds = (System.nanoTime() - begin) / 1e6 / answers.size();
        all.addAll(predictions);
        print(file, split == null ? "all" : split, predictions, String.format(Locale.ROOT, "%.1f", milliseconds));
        return predictions;
    }

    private static void print(Path file, String splits, List<Prediction> predictions, String milliseconds) {
        Agreement agreement = new Agreement(predictions);
        System.out.printf(
                LINE,
                file.getFileName(),
                splits,
                agreement.size(),
                figure(agreement.pearson()),
                figure(agreement.spearman()),
                figure(agreement.rmse()),
                figure(agreement.kappa()),
                figure(agreement.withinQuestion()),
                figure(agreement.fullMarksVersusRest()),
                milliseconds);
    }

    /** The more confident the score, the smaller its error should be. */
    private void printConfidence() {
        System.out.printf("%n%-12s %6s %12s %12s%n", "confidence", "n", "mean error/5", "in spread");
        for (Confidence confidence : Confidence.values()) {
            List<Prediction> some = all.stream()
                    .filter(prediction -> prediction.confidence() == confidence)
                    .toList();
            System.out.printf(
                    "%-12s %6d %12s %12s%n",
                    confidence,
                    some.size(),
                    figure(5
                            * some.stream()
                                    .mapToDouble(Prediction::error)
                                    .average()
                                    .orElse(Double.NaN)),
                    figure(some.stream()
                            .mapToDouble(prediction -> prediction.error() <= prediction.spread() ? 1 : 0)
                            .average()
                            .orElse(Double.NaN)));
        }
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
