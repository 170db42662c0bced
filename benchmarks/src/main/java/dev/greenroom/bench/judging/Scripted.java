package dev.greenroom.bench.judging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Assessment;
import dev.greenroom.worker.gate.Cleaning;
import dev.greenroom.worker.judge.provider.Chat;
import dev.greenroom.worker.judge.provider.Outcome;
import dev.greenroom.worker.language.Sentence;
import dev.greenroom.worker.language.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Judges whose every word is known beforehand. */
final class Scripted {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUOTES = 3;

    private Scripted() {}

    /** Gives full marks to whatever it sees, and quotes the sentences that fit best. */
    static Chat obedient(AnswerKey key, String answer) {
        return saying(
                key, Band.STRONG, concept -> new Said(ConceptState.COVERED, fitting(concept, key.prompt(), answer)));
    }

    /** Gives the band that people gave, and sees in concepts what the rubric could find. */
    static Chat fair(AnswerKey key, Band band, Assessment first) {
        return saying(
                key,
                band,
                concept -> first.concepts().stream()
                        .filter(finding -> finding.id().equals(concept.id()))
                        .map(Said::of)
                        .findFirst()
                        .orElse(new Said(ConceptState.MISSED, List.of())));
    }

    private record Said(ConceptState state, List<String> quotes) {

        static Said of(ConceptFinding finding) {
            return new Said(
                    finding.state(),
                    finding.evidence().stream().map(Evidence::quote).toList());
        }
    }

    private static Chat saying(AnswerKey key, Band level, Function<Concept, Said> concepts) {
        ObjectNode verdict = JSON.createObjectNode();
        ArrayNode criteria = verdict.putArray("criteria");
        key.rubric()
                .criteria()
                .forEach(criterion ->
                        criteria.addObject().put("id", criterion.id()).put("level", level.name()));
        ArrayNode states = verdict.putArray("concepts");
        for (Concept concept : key.concepts()) {
            Said said = concepts.apply(concept);
            ArrayNode quotes = states.addObject()
                    .put("id", concept.id())
                    .put("state", said.state().name())
                    .putArray("quotes");
            said.quotes().forEach(quotes::add);
        }
        verdict.putArray("misconceptions");
        String reply = verdict.toString();
        return (_, _, _) -> new Outcome.Answered(reply, "scripted", 1, 1, true);
    }

    /** The sentences that share the most words with a concept. */
    private static List<String> fitting(Concept concept, String prompt, String answer) {
        Set<String> wanted = Word.stemsIn(concept.statement() + " " + String.join(" ", concept.paraphrases()));
        return Cleaning.of(answer, prompt).sentences().stream()
                .sorted(Comparator.comparingLong((Sentence sentence) -> -Word.stemsIn(sentence.in(answer)).stream()
                        .filter(wanted::contains)
                        .count()))
                .limit(QUOTES)
                .map(sentence -> sentence.in(answer))
                .toList();
    }
}
