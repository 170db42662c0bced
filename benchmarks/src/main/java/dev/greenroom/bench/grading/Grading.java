package dev.greenroom.bench.grading;

import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.assessment.AnswerInput;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessor;
import dev.greenroom.worker.assessment.GradedSample;
import dev.greenroom.worker.rubric.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scores graded answers exactly as the worker would, none of their grades known to it but those of anchors. */
final class Grading implements AutoCloseable {

    private static final Rubric RUBRIC = new Rubric(
            "short-answer",
            1,
            "Short answers",
            List.of(new Rubric.Criterion("correctness", "Correctness", "What the answer says is right.", 1, Map.of())));

    private final Assessor assessor = Assessor.open();

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
        Map<String, List<GradedAnswer>> anchors = new HashMap<>();
        byKey(predict(answers)).forEach((key, predictions) -> anchors.put(key, spread(predictions, perQuestion)));
        Set<GradedAnswer> known = new HashSet<>();
        anchors.values().forEach(known::addAll);
        return predict(
                answers.stream().filter(answer -> !known.contains(answer)).toList(), anchors);
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
        return answers.parallelStream()
                .map(answer -> {
                    AnswerKey key = key(answer, anchors.getOrDefault(answer.key(), List.of()));
                    return Prediction.of(answer, assessor.assess(key, AnswerInput.typed(answer.answer())));
                })
                .toList();
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
        assessor.close();
    }
}
