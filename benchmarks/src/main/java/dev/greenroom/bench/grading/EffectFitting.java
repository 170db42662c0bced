package dev.greenroom.bench.grading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Fits what all answers to a question have in common: the random intercepts of a one-way layout, its variances by the
 * method of moments. The best linear unbiased prediction of each is the mean error of the question's answers, shrunk the
 * more the fewer they are (Robinson, "That BLUP is a Good Thing", Statistical Science 1991).
 */
final class EffectFitting {

    private EffectFitting() {}

    /**
     * The effect of each question; none at all where the questions differ no more than their answers do.
     *
     * @param errors right grades less those that the model gave, by question; none is empty
     */
    static Map<String, Double> fit(Map<String, List<Double>> errors) {
        Map<String, SummaryStatistics> questions = new LinkedHashMap<>();
        errors.forEach((question, each) -> questions.put(question, summary(each.stream())));
        double within =
                mean(questions, SummaryStatistics::getSecondMoment) / (mean(questions, SummaryStatistics::getN) - 1);
        double between = summary(questions.values().stream().map(SummaryStatistics::getMean))
                        .getVariance()
                - within * mean(questions, answers -> 1.0 / answers.getN());
        Map<String, Double> effects = new LinkedHashMap<>();
        if (between > 0) {
            questions.forEach((question, answers) ->
                    effects.put(question, answers.getMean() * between / (between + within / answers.getN())));
        }
        return effects;
    }

    private static SummaryStatistics summary(Stream<Double> values) {
        SummaryStatistics summary = new SummaryStatistics();
        values.forEach(summary::addValue);
        return summary;
    }

    private static double mean(Map<String, SummaryStatistics> questions, ToDoubleFunction<SummaryStatistics> value) {
        return questions.values().stream().mapToDouble(value).average().orElse(0);
    }
}
