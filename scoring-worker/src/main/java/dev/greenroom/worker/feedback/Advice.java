package dev.greenroom.worker.feedback;

import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.Improvement;
import dev.greenroom.model.evaluation.Strength;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.concept.ConceptResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What an answer did well, with the words that show it, and what to do better, the most valuable first. */
public final class Advice {

    private Advice() {}

    public static List<Strength> strengths(List<ConceptResult> concepts) {
        return concepts.stream().flatMap(Advice::strength).toList();
    }

    /** Praise needs its evidence: a covered concept, quoted. */
    private static Stream<Strength> strength(ConceptResult result) {
        Evidence evidence = result.evidence();
        return switch (result.state()) {
            case COVERED ->
                evidence == null
                        ? Stream.empty()
                        : Stream.of(new Strength(
                                "%s: you make the point with “%s”."
                                        .formatted(result.concept().label(), shortened(evidence.quote())),
                                result.concept().id()));
            case PARTIAL, MISSED, WRONG -> Stream.empty();
        };
    }

    public static List<Improvement> improvements(List<ConceptResult> concepts) {
        return concepts.stream()
                .sorted(Comparator.comparingDouble(Advice::value).reversed())
                .flatMap(Advice::improvement)
                .toList();
    }

    /** Errors come before gaps, required points before others, heavy ones before light ones. */
    private static double value(ConceptResult result) {
        double urgency = switch (result.state()) {
            case WRONG -> 100;
            case MISSED -> 10;
            case PARTIAL -> 5;
            case COVERED -> 0;
        };
        return urgency
                + (result.concept().required() ? 20 : 0)
                + result.concept().weight();
    }

    private static Stream<Improvement> improvement(ConceptResult result) {
        Concept concept = result.concept();
        return switch (result.state()) {
            case COVERED -> Stream.empty();
            case WRONG -> Stream.of(wrong(result));
            case PARTIAL -> Stream.of(partial(result));
            case MISSED ->
                Stream.of(new Improvement(
                        "%s is missing.".formatted(concept.label()),
                        concept.id(),
                        "Add in your own words: " + concept.statement()));
        };
    }

    private static Improvement wrong(ConceptResult result) {
        ConceptResult.Mistake error = result.mistake();
        return new Improvement(
                error == null
                        ? "%s is not right.".formatted(result.concept().label())
                        : "%s: “%s” is not right. %s"
                                .formatted(
                                        result.concept().label(),
                                        shortened(error.evidence().quote()),
                                        error.correction()),
                result.concept().id(),
                "Say it again the right way: " + result.concept().statement());
    }

    private static Improvement partial(ConceptResult result) {
        Evidence evidence = result.evidence();
        String quote = evidence == null ? "" : shortened(evidence.quote());
        ConceptResult.Mistake error = result.mistake();
        String text = error == null
                ? "%s: “%s” touches on it without making the whole point."
                        .formatted(result.concept().label(), quote)
                : "%s: “%s” contradicts what you say elsewhere. %s"
                        .formatted(
                                result.concept().label(),
                                shortened(error.evidence().quote()),
                                error.correction());
        return new Improvement(
                text,
                result.concept().id(),
                "Make it complete: " + result.concept().statement());
    }

    private static final int LONGEST_QUOTE = 160;

    static String shortened(String quote) {
        String line = quote.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(
                                0,
                                line.offsetByCodePoints(
                                        0, Math.min(LONGEST_QUOTE, line.codePointCount(0, line.length()))))
                        + "…";
    }
}
