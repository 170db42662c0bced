package dev.greenroom.worker.rubric;

import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.concept.Judgement;
import dev.greenroom.worker.matching.Manner;
import dev.greenroom.worker.matching.Matches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grades answers to one question by its rubric. */
public final class Grader {

    private static final int MAX = 100;
    private static final double BASE_ERROR = 6;

    /** Found by leaving out each of the bank's sample answers in turn. */
    private static final Anchoring AMONG_CONCEPTS = new Anchoring(0, 0, 1, 0.01, 0.3, 0.03);

    private static final double SHARE_OF_DISAGREEMENT = 0.25;

    private final List<Applied> criteria;
    private final List<ModelAnswer> modelAnswers;
    private final GradeModel model;
    private final double effect;
    private final Anchors anchors;

    private Grader(
            List<Applied> criteria, List<ModelAnswer> modelAnswers, GradeModel model, double effect, Anchors anchors) {
        this.criteria = criteria;
        this.modelAnswers = List.copyOf(modelAnswers);
        this.model = model;
        this.effect = effect;
        this.anchors = anchors;
    }

    /**
     * A grader that no answer of known grade corrects yet.
     *
     * @param effect what the model knows of the question, to be added to grades from 0 to 1
     */
    public static Grader by(Rubric rubric, List<ModelAnswer> modelAnswers, GradeModel model, double effect) {
        return new Grader(applied(rubric), modelAnswers, model, effect, Anchors.NONE);
    }

    /**
     * The same grader, corrected by answers as it graded them without.
     *
     * @param conceptsKnown whether concepts are judged as well, whose scales those answers have helped to place: their
     *     errors say little more then
     */
    public Grader anchoredBy(List<Anchors.Anchor> others, boolean conceptsKnown) {
        return new Grader(
                criteria,
                modelAnswers,
                model,
                effect,
                Anchors.of(others, conceptsKnown ? AMONG_CONCEPTS : model.anchoring()));
    }

    /** The criteria that can be judged here, with the weights of the rest shared out among them. */
    private static List<Applied> applied(Rubric rubric) {
        List<Applied> known = new ArrayList<>();
        double total = 0;
        for (Rubric.Criterion criterion : rubric.criteria()) {
            Optional<Aspect> aspect = Aspect.find(criterion.id());
            if (aspect.isPresent()) {
                known.add(new Applied(criterion, aspect.get(), criterion.weight()));
                total += criterion.weight();
            }
        }
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    "No criterion of %s can be judged without a language model".formatted(rubric.reference()));
        }
        double sum = total;
        return known.stream().map(criterion -> criterion.shareOf(sum)).toList();
    }

    /**
     * Grades an answer.
     *
     * @param manner how it is put
     */
    public Grades grade(Matches matches, Judgement judgement, Manner manner) {
        double grade = grade(matches, judgement);
        Signals signals = Signals.of(judgement.concepts(), grade, manner);
        Anchors.Correction correction = manner.focus().lost()
                ? Anchors.NONE.correct(profile(matches, signals, manner))
                : anchors.correct(profile(matches, signals, manner));
        return new Grades(
                criteria.stream()
                        .map(applied -> applied.grade(MAX * (applied.aspect().score(signals) + correction.shift())))
                        .toList(),
                expectedError(judgement, signals, correction),
                signals.offTopic());
    }

    /** In points. With concepts it is told by how far they and the model answer disagree about the answer. */
    private double expectedError(Judgement judgement, Signals signals, Anchors.Correction correction) {
        if (judgement.concepts().isEmpty()) {
            return MAX * model.error().at(signals.grade()) * correction.remainingError();
        }
        return BASE_ERROR + SHARE_OF_DISAGREEMENT * MAX * Math.abs(signals.coverage() - signals.grade());
    }

    /** The features of an answer next to the first model answer. */
    public Map<Feature, Double> measure(Matches matches) {
        return modelAnswers.getFirst().compare(matches);
    }

    /** Nearness to the nearest model answer; vectors are blind to denials, so what is denied counts as not said. */
    private double grade(Matches matches, Judgement judgement) {
        double nearest = modelAnswers.stream()
                .mapToDouble(answer -> model.grade(answer.compare(matches)))
                .max()
                .orElse(0);
        return (1 - judgement.denied()) * QuestionEffects.applied(effect, nearest);
    }

    /** Scores that say that nothing was shown. */
    public static Grades nothing(Rubric rubric) {
        return new Grades(
                applied(rubric).stream().map(applied -> applied.grade(0)).toList(), 0, false);
    }

    /** What anchors are compared by. */
    public Anchors.Profile profile(Matches matches, Judgement judgement, Manner manner) {
        return profile(matches, Signals.of(judgement.concepts(), grade(matches, judgement), manner), manner);
    }

    private Anchors.Profile profile(Matches matches, Signals signals, Manner manner) {
        double level = 0;
        for (Applied applied : criteria) {
            level += applied.weight() * applied.aspect().score(signals);
        }
        return new Anchors.Profile(level, manner.order(), matches.answer().encoded());
    }

    private record Applied(Rubric.Criterion criterion, Aspect aspect, double weight) {

        Applied shareOf(double total) {
            return new Applied(criterion, aspect, weight / total);
        }

        Grade grade(double score) {
            return new Grade(criterion, aspect, weight, (int) Math.round(Math.clamp(score, 0, MAX)));
        }
    }
}
