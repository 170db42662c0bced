package dev.greenroom.bench.grading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What the grade model is fitted on: graded answers, and made up ones that are worth nothing. Few students answer a
 * question with something else, and without such answers nobody could tell what no evidence looks like.
 */
final class Samples {

    private static final int ANSWERS_TO_OTHERS = 12;
    private static final int REFERENCES_OF_OTHERS = 6;

    private final Grading grading;
    private final List<GradedAnswer> answers;
    private final Map<String, GradedAnswer> questions = new LinkedHashMap<>();
    private final Random random = new Random(1);

    Samples(Grading grading, List<GradedAnswer> answers) {
        this.grading = grading;
        this.answers = answers;
        answers.forEach(answer -> questions.putIfAbsent(answer.key(), answer));
    }

    /** The graded answers in their order, then the made up ones. */
    List<Measured> measure() {
        List<Measured> made = new ArrayList<>();
        questions.values().forEach(question -> madeUp(question).forEach(text -> made.add(measured(question, text, 0))));
        Stream<Measured> graded =
                answers.parallelStream().map(answer -> measured(answer, answer.answer(), answer.score()));
        return Stream.concat(graded, made.stream()).toList();
    }

    private Measured measured(GradedAnswer question, String text, double grade) {
        return new Measured(question.key(), grading.measure(question, text), grade);
    }

    private List<String> madeUp(GradedAnswer question) {
        List<GradedAnswer> others = answers.stream()
                .filter(answer -> !answer.key().equals(question.key()))
                .toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(others.size(), ANSWERS_TO_OTHERS); i++) {
            texts.add(others.get(random.nextInt(others.size())).answer());
        }
        for (int i = 0; i < Math.min(others.size(), REFERENCES_OF_OTHERS); i++) {
            texts.add(others.get(random.nextInt(others.size())).references().getFirst());
        }
        texts.add(question.question());
        return texts;
    }
}
