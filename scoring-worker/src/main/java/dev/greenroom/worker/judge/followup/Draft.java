package dev.greenroom.worker.judge.followup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.greenroom.worker.followup.Probing;
import dev.greenroom.worker.gate.Suspicion;
import dev.greenroom.worker.judge.reply.QuoteSearch;
import dev.greenroom.worker.language.TracedText;
import dev.greenroom.worker.language.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A question as a model drafted it, and whether it may be asked. */
final class Draft {

    private static final int MOST_WORDS = 60;
    private static final int LONGEST_REPLY = 4_000;
    private static final double NEAR_DUPLICATE = 0.6;

    /** So many words of meaning in a row that the candidate did not say are a give-away. */
    private static final int GIVE_AWAY = 4;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String question;
    private final String quote;
    private final Probing probing;

    private Draft(String question, String quote, Probing probing) {
        this.question = question;
        this.quote = quote;
        this.probing = probing;
    }

    /** What comes of the checks. */
    sealed interface Checked {

        record Fit(String question) implements Checked {}

        record Unfit(Flaw flaw) implements Checked {}
    }

    /** Why a draft is not asked. */
    enum Flaw {
        NO_REPLY,
        TOO_LONG,
        NOT_ONE_QUESTION,
        QUOTES_NOTHING_SAID,
        GIVES_AWAY,
        ASKED_BEFORE,
        SPEAKS_OF_GRADES
    }

    /** Never throws, whatever the reply. */
    static Checked of(String reply, Probing probing) {
        return parse(reply, probing).<Checked>map(Draft::checked).orElse(new Checked.Unfit(Flaw.NO_REPLY));
    }

    private static Optional<Draft> parse(String reply, Probing probing) {
        if (reply.length() > LONGEST_REPLY) {
            return Optional.empty();
        }
        try {
            JsonNode tree = MAPPER.readTree(reply);
            JsonNode question = tree.path("question");
            JsonNode quote = tree.path("quote");
            return question.isTextual() && quote.isTextual()
                    ? Optional.of(new Draft(
                            TracedText.plain(question.textValue()).toString().strip(), quote.textValue(), probing))
                    : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private Checked checked() {
        return flaw().<Checked>map(Checked.Unfit::new).orElse(new Checked.Fit(question));
    }

    private Optional<Flaw> flaw() {
        if (Word.listIn(question).size() > MOST_WORDS) {
            return Optional.of(Flaw.TOO_LONG);
        }
        if (!isOneQuestion()) {
            return Optional.of(Flaw.NOT_ONE_QUESTION);
        }
        if (!quotesTheAnswer()) {
            return Optional.of(Flaw.QUOTES_NOTHING_SAID);
        }
        if (probing.secrets().stream().anyMatch(this::givesAway)) {
            return Optional.of(Flaw.GIVES_AWAY);
        }
        if (probing.asked().stream().anyMatch(this::repeats)) {
            return Optional.of(Flaw.ASKED_BEFORE);
        }
        return Suspicion.falls(question) ? Optional.of(Flaw.SPEAKS_OF_GRADES) : Optional.empty();
    }

    private boolean isOneQuestion() {
        return question.endsWith("?") && question.indexOf('?') == question.length() - 1;
    }

    /** The quote stands in the answer and, but for its case and white space, in the question. */
    private boolean quotesTheAnswer() {
        return new QuoteSearch(probing.answer(), probing.answer())
                .find(quote)
                .map(found -> TracedText.folded(found.quote()).toString().strip())
                .filter(said -> TracedText.folded(question).toString().contains(said))
                .isPresent();
    }

    private boolean givesAway(String secret) {
        Set<String> told = new HashSet<>(runs(secret));
        told.removeAll(runs(probing.answer()));
        told.removeAll(runs(probing.curated()));
        probing.asked().forEach(asked -> told.removeAll(runs(asked)));
        return runs(question).stream().anyMatch(told::contains);
    }

    private static List<String> runs(String text) {
        List<String> stems = Word.listStemsIn(text);
        return IntStream.rangeClosed(0, stems.size() - GIVE_AWAY)
                .mapToObj(from -> String.join(" ", stems.subList(from, from + GIVE_AWAY)))
                .toList();
    }

    private boolean repeats(String asked) {
        Set<String> mine = Word.stemsIn(question);
        Set<String> union = new HashSet<>(Word.stemsIn(asked));
        long common = mine.stream().filter(union::contains).count();
        union.addAll(mine);
        return !union.isEmpty() && common >= NEAR_DUPLICATE * union.size();
    }
}
