package dev.greenroom.worker.followup;

import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.question.Concept;
import dev.greenroom.model.question.Question;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a follow-up is to find out.
 *
 * @param answer what the candidate just said
 * @param curated the question that an author wrote for this gap
 * @param secrets what the question must not give away: model answers and what concepts say
 * @param asked the thread's questions so far
 */
public record Probing(UUID tenant, String answer, String curated, List<String> secrets, List<String> asked) {

    public Probing {
        secrets = List.copyOf(secrets);
        asked = List.copyOf(asked);
    }

    /** What {@code probe} is to find out after an answer to a turn of {@code question}. */
    public static Probing of(UUID tenant, Question question, Probe probe, List<String> asked, String answer) {
        Stream<String> models =
                Stream.of(question.modelAnswer(), probe.followUp().modelAnswer());
        Stream<String> points = Stream.concat(question.concepts().stream(), probe.followUp().concepts().stream())
                .flatMap(Probing::said);
        return new Probing(
                tenant,
                answer,
                probe.followUp().prompt(),
                Stream.concat(models, points).toList(),
                asked);
    }

    private static Stream<String> said(Concept concept) {
        return Stream.concat(Stream.of(concept.statement()), concept.paraphrases().stream());
    }

    /** The words stay out of logs. */
    @Override
    public String toString() {
        return "Probing[%d characters]".formatted(answer.length());
    }
}
