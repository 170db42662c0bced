package dev.greenroom.bench.grading;

import dev.greenroom.bench.judging.Crew;
import dev.greenroom.bench.judging.Environment;
import dev.greenroom.bench.judging.Pipeline;
import dev.greenroom.bench.judging.Subject;
import dev.greenroom.bench.judging.Tally;
import dev.greenroom.model.question.Level;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionKind;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.model.question.RubricChoice;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.assessment.GradedSample;
import dev.greenroom.worker.rubric.Feature;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scores graded answers exactly as the worker would, none of their grades known to it but those of anchors. */
final class Grading implements AutoCloseable {

    /** What levels mean to a judge. */
    private static final Map<String, String> ANCHORS = Map.of(
            "STRONG", "Says what the model answer says, in any words; nothing of it is missing or wrong.",
            "SOLID", "Says most of it; what is missing is minor and nothing important is wrong.",
            "PARTIAL", "Says about half of it, or all of it with a serious mistake.",
            "WEAK", "Says little of it, or is mostly wrong.",
            "NO_EVIDENCE", "Says nothing of it.");

    private static final Rubric RUBRIC = new Rubric(
            "short-answer",
            1,
            "Short answers",
            List.of(new Rubric.Criterion("correctness", "Correctness", "What the answer says is right.", 1, ANCHORS)));

    private static final int CALLS_AT_ONCE = 16;

    private final Assessor assessor;
    private final @Nullable Judging judging;

    /** With the grade model that the worker ships. */
    Grading() {
        this(GradeModel.load());
    }

    Grading(GradeModel model) {
        this(model, null);
    }

    private Grading(GradeModel model, @Nullable Judging judging) {
        this.assessor = Assessor.by(model);
        this.judging = judging;
    }

    /** A second judge and who counts what it uses. */
    private record Judging(Pipeline pipeline, Tally model) {}

    /**
     * With the language model that the environment names.
     *
     * @throws IllegalArgumentException if it names none
     */
    static Grading withTheConfiguredJudge() {
        Pipeline pipeline = new Pipeline(Environment.judge(System.getenv()));
        return new Grading(GradeModel.load(), new Judging(pipeline, new Tally(pipeline.configured())));
    }

    /** What the judge used, in a line; empty where there is none. */
    String judgesAccount() {
        return judging == null ? "" : judging.model().line();
    }

    /** Predictions without any grade known, in the order of the answers. */
    List<Prediction> predict(List<GradedAnswer> answers) {
        return predict(answers, Map.of());
    }

    /**
     * Predictions in the order of the answers, without those that served as anchors.
     *
     * @param perQuestion how many answers of each question are told to the scorer with their grades; they are spread
     *     evenly from the lowest to the highest score that the scorer gives by itself, as an author would spread samples
     */
    List<Prediction> predictWithAnchors(List<GradedAnswer> answers, int perQuestion) {
        if (perQuestion == 0) {
            return predict(answers);
        }
        Map<String, List<GradedAnswer>> anchors = anchors(answers, perQuestion);
        Set<GradedAnswer> known = new HashSet<>();
        anchors.values().forEach(known::addAll);
        return predict(
                answers.stream().filter(answer -> !known.contains(answer)).toList(), anchors);
    }

    /** The same for all of the answers, with anchors that are answers of others to the same questions. */
    List<Prediction> predictWithAnchorsFrom(List<GradedAnswer> others, List<GradedAnswer> answers, int perQuestion) {
        Set<String> asked = answers.stream().map(GradedAnswer::key).collect(Collectors.toSet());
        return predict(
                answers,
                anchors(
                        others.stream()
                                .filter(other -> asked.contains(other.key()))
                                .toList(),
                        perQuestion));
    }

    private Map<String, List<GradedAnswer>> anchors(List<GradedAnswer> answers, int perQuestion) {
        Map<String, List<GradedAnswer>> anchors = new HashMap<>();
        byKey(predictByTheRubric(answers))
                .forEach((key, predictions) -> anchors.put(key, spread(predictions, perQuestion)));
        return anchors;
    }

    private static Map<String, List<Prediction>> byKey(List<Prediction> predictions) {
        return predictions.stream()
                .collect(Collectors.groupingBy(
                        prediction -> prediction.answer().key(), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<GradedAnswer> spread(List<Prediction> predictions, int number) {
        List<Prediction> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(Prediction::value))
                .toList();
        List<GradedAnswer> some = new ArrayList<>();
        for (int i = 0; i < Math.min(number, sorted.size()); i++) {
            some.add(sorted.get((2 * i + 1) * sorted.size() / (2 * number)).answer());
        }
        return some;
    }

    private List<Prediction> predict(List<GradedAnswer> answers, Map<String, List<GradedAnswer>> anchors) {
        if (judging == null) {
            return answers.parallelStream()
                    .map(answer -> byTheRubric(answer, anchors))
                    .toList();
        }
        return new Crew(CALLS_AT_ONCE).map(answers, answer -> byBoth(answer, anchors, judging));
    }

    /** Which answers serve as anchors costs nobody a call. */
    private List<Prediction> predictByTheRubric(List<GradedAnswer> answers) {
        return answers.parallelStream()
                .map(answer -> byTheRubric(answer, Map.of()))
                .toList();
    }

    private Prediction byTheRubric(GradedAnswer answer, Map<String, List<GradedAnswer>> anchors) {
        return Prediction.of(answer, assessor.assess(key(answer, anchors), AnswerInput.typed(answer.answer())));
    }

    private static Prediction byBoth(GradedAnswer answer, Map<String, List<GradedAnswer>> anchors, Judging judging) {
        Subject subject = new Subject(question(answer), key(answer, anchors));
        return Prediction.of(answer, judging.pipeline().judged(subject, answer.answer(), judging.model()));
    }

    private static AnswerKey key(GradedAnswer answer, Map<String, List<GradedAnswer>> anchors) {
        return key(answer, anchors.getOrDefault(answer.key(), List.of()));
    }

    /** All that such data know of a question. */
    private static Question question(GradedAnswer answer) {
        return new Question(
                answer.questionId(),
                answer.dataset(),
                answer.split(),
                Level.MID,
                QuestionKind.EXPLAIN,
                answer.question(),
                List.of(),
                0,
                "",
                List.of(),
                answer.references().getFirst(),
                new RubricChoice(RUBRIC.id(), Map.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** What the grade of an answer to some question is computed from. */
    Map<Feature, Double> measure(GradedAnswer question, String answer) {
        return assessor.measure(key(question, List.of()), answer);
    }

    private static AnswerKey key(GradedAnswer answer, List<GradedAnswer> anchors) {
        return new AnswerKey(
                answer.key() + "+" + anchors.size(),
                answer.question(),
                answer.references(),
                List.of(),
                anchors.stream()
                        .map(anchor -> new GradedSample(anchor.answer(), anchor.score()))
                        .toList(),
                RUBRIC);
    }

    @Override
    public void close() {
        if (judging != null) {
            judging.pipeline().close();
        }
        assessor.close();
    }
}
