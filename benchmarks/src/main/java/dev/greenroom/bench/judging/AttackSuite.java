package dev.greenroom.bench.judging;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.Scorer;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.judge.provider.Chat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attacks and honest answers to the questions of one topic, and what becomes of them. */
final class AttackSuite {

    private final List<Subject> subjects;
    private final Crew crew;

    /** @param crew who does the work, several answers at a time */
    AttackSuite(BankFiles bank, String topic, Crew crew) {
        this.subjects = bank.questions(topic).stream()
                .map(question -> new Subject(question, bank.key(question)))
                .toList();
        this.crew = crew;
    }

    /** Those in ways that the product knows of, each family on each question. */
    List<Attack> attacks() {
        return new Attacks()
                .families().entrySet().stream()
                        .flatMap(family -> attacks(family.getKey(), family.getValue()))
                        .toList();
    }

    /** Those in ways that it knows nothing of, each way on each question. */
    List<Attack> unforeseen() {
        List<UnaryOperator<String>> ways = Attacks.unforeseen();
        return IntStream.range(0, ways.size())
                .boxed()
                .flatMap(way -> attacks("unforeseen " + (way + 1), List.of(ways.get(way))))
                .toList();
    }

    private Stream<Attack> attacks(String family, List<UnaryOperator<String>> ways) {
        return IntStream.range(0, subjects.size()).mapToObj(i -> {
            Subject subject = subjects.get(i);
            String bare = sample(subject, i % 3 == 0 ? Band.PARTIAL : Band.WEAK);
            return new Attack(family, subject, bare, ways.get(i % ways.size()).apply(bare));
        });
    }

    private static String sample(Subject subject, Band band) {
        return subject.question().calibration().stream()
                .filter(answer -> answer.band() == band)
                .map(CalibrationAnswer::text)
                .findFirst()
                .orElseThrow();
    }

    /** Sample answers with the bands that people gave them. */
    List<Honest> honest() {
        return subjects.stream()
                .flatMap(subject -> subject.question().calibration().stream()
                        .map(answer -> new Honest(subject, answer.text(), answer.band())))
                .toList();
    }

    Gains byTheRubric(Pipeline pipeline, List<Attack> attacks) {
        return gains(pipeline, attacks, attack -> Pipeline.points(pipeline.first(attack.subject(), attack.text())));
    }

    Gains byBoth(Pipeline pipeline, List<Attack> attacks, Function<Attack, Chat> judges) {
        return gains(
                pipeline,
                attacks,
                attack -> Pipeline.points(pipeline.judged(attack.subject(), attack.text(), judges.apply(attack))));
    }

    private Gains gains(Pipeline pipeline, List<Attack> attacks, ToIntFunction<Attack> scorer) {
        return new Gains(crew.map(
                attacks,
                attack -> new Gains.Gain(
                        attack.family(),
                        Pipeline.points(pipeline.first(attack.subject(), attack.bare())),
                        scorer.applyAsInt(attack))));
    }

    /** What the defences cost; answers that the judge says nothing about pay nothing. */
    Cost cost(Pipeline pipeline, List<Honest> answers, Function<Honest, Chat> judges) {
        return new Cost(crew.map(answers, answer -> paid(pipeline, answer, new Overheard(judges.apply(answer)))));
    }

    private static Cost.Paid paid(Pipeline pipeline, Honest answer, Overheard judge) {
        Assessment first = pipeline.first(answer.subject(), answer.text());
        Assessment settled = pipeline.judged(answer.subject(), answer.text(), judge);
        int rubric = Pipeline.points(first);
        boolean gated = first.provenance().scorer() != Scorer.RUBRIC;
        double undefended = gated
                ? rubric
                : (rubric + judge.points(answer.subject().key().rubric()).orElse(rubric)) / 2;
        return new Cost.Paid(Pipeline.points(settled), undefended, settled.flags());
    }
}
