package dev.greenroom.worker.rubric;

import dev.greenroom.model.question.Rubric;
import dev.greenroom.worker.concept.ConceptResult;
import dev.greenroom.worker.language.WordOrder;
import dev.greenroom.worker.matching.Matches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Grades answers to one question by its rubric. */
public final class Grader {

    private static final int MAX = 100;

    private final List<Applied> criteria;
    private final ModelAnswer modelAnswer;
    private final GradeModel model;
    private final Anchors anchors;

    /** @param anchors calibration answers as this grader grades them without anchors */
    private Grader(List<Applied> criteria, ModelAnswer modelAnswer, GradeModel model, Anchors anchors) {
        this.criteria = criteria;
        this.modelAnswer = modelAnswer;
        this.model = model;
        this.anchors = anchors;
    }

    /** A grader that no calibration answers correct yet. */
    public static Grader by(Rubric rubric, ModelAnswer modelAnswer, GradeModel model) {
        return new Grader(applied(rubric), modelAnswer, model, Anchors.NONE);
    }

    public Grader correctedBy(Anchors others) {
        return new Grader(criteria, modelAnswer, model, others);
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
     * @param order whether its words form sentences
     */
    public Grades grade(Matches matches, List<ConceptResult> concepts, WordOrder order) {
        double grade = model.grade(modelAnswer.compare(matches));
        Signals signals = Signals.of(concepts, grade, order);
        double shift = anchors.correction(profile(matches, signals, order));
        double disagreement = MAX * Math.abs(signals.coverage() - grade);
        return new Grades(
                criteria.stream()
                        .map(applied -> applied.grade(MAX * applied.aspect().score(signals) + shift))
                        .toList(),
                disagreement,
                signals.offTopic());
    }

    /** Scores that say that nothing was shown. */
    public static Grades nothing(Rubric rubric) {
        return new Grades(
                applied(rubric).stream().map(applied -> applied.grade(0)).toList(), 0, false);
    }

    /** What anchors are compared by. */
    public Anchors.Profile profile(Matches matches, List<ConceptResult> concepts, WordOrder order) {
        return profile(matches, Signals.of(concepts, model.grade(modelAnswer.compare(matches)), order), order);
    }

    private Anchors.Profile profile(Matches matches, Signals signals, WordOrder order) {
        double level = 0;
        for (Applied applied : criteria) {
            level += applied.weight() * MAX * applied.aspect().score(signals);
        }
        return new Anchors.Profile(level, order, matches.answer().encoded());
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
