package dev.greenroom.worker.judge.reply;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.judge.prompt.ReplySchema;
import dev.greenroom.worker.judge.reply.ReplyShape.RawClaim;
import dev.greenroom.worker.judge.reply.ReplyShape.RawMistake;
import dev.greenroom.worker.judge.reply.ReplyShape.RawReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads replies about one answer. */
public final class ReplyReading {

    private static final int QUOTES_KEPT = 3;

    private final AnswerKey key;
    private final QuoteSearch quotes;
    private final ReplyShape shape;

    public ReplyReading(AnswerKey key, QuoteSearch quotes) {
        this.key = key;
        this.quotes = quotes;
        this.shape = new ReplyShape(key);
    }

    /** What a reply comes to. */
    public sealed interface Read {

        /** It has the shape that was asked for; what it claims without evidence is left out. */
        record Sound(Verdict verdict) implements Read {}

        /** It has another shape; the problem is said in our own words, none of them the reply's. */
        record Malformed(String problem) implements Read {}
    }

    /** Never throws, whatever the text. */
    public Read read(String reply) {
        try {
            return new Read.Sound(verdict(shape.check(ReplyText.json(reply))));
        } catch (MalformedReply e) {
            return new Read.Malformed(e.problem());
        }
    }

    private Verdict verdict(RawReply reply) {
        Map<String, Verdict.Claim> claims = new HashMap<>();
        reply.concepts().forEach((id, claim) -> claim(claim).ifPresent(shown -> claims.put(id, shown)));
        List<MisconceptionFinding> mistakes =
                reply.mistakes().stream().flatMap(raw -> mistake(raw).stream()).toList();
        return new Verdict(reply.levels(), claims, mistakes);
    }

    private Optional<Verdict.Claim> claim(RawClaim raw) {
        if (raw.state() == ConceptState.MISSED) {
            return Optional.of(new Verdict.Claim(raw.state(), List.of()));
        }
        List<Evidence> found = raw.quotes().stream()
                .flatMap(quote -> quotes.find(quote).stream())
                .distinct()
                .limit(QUOTES_KEPT)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Verdict.Claim(raw.state(), found));
    }

    private Optional<MisconceptionFinding> mistake(RawMistake raw) {
        return quotes.find(raw.quote())
                .map(said -> new MisconceptionFinding(
                        conceptOf(raw.id()).id(), said.quote(), said.start(), said.end(), correction(raw.id())));
    }

    private Concept conceptOf(String id) {
        String conceptId = id.contains("#") ? id.substring(0, id.indexOf('#')) : id;
        return key.concepts().stream()
                .filter(concept -> concept.id().equals(conceptId))
                .findFirst()
                .orElseThrow();
    }

    /** What candidates are told is always the bank's, never the model's. */
    private String correction(String id) {
        Concept concept = conceptOf(id);
        for (int i = 0; i < concept.misconceptions().size(); i++) {
            if (ReplySchema.misconception(concept, i).equals(id)) {
                return concept.misconceptions().get(i).correction();
            }
        }
        return concept.statement();
    }
}
