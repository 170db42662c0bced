package dev.greenroom.worker.judge.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.MisconceptionFinding;
import dev.greenroom.model.question.Concept;
import dev.greenroom.worker.assessment.AnswerKey;
import dev.greenroom.worker.assessment.Keys;
import dev.greenroom.worker.judge.reply.ReplyReading.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReadingTest {

    private static final String ANSWER =
            "Well — chaining filters sends “nothing” to the database,\n and a loop over the QuerySet runs the query.";

    private final AnswerKey key = Keys.key("django-orm-lazy-querysets");
    private final Concept lazy = key.concepts().getFirst();
    private final ReplyReading reading = new ReplyReading(key, new QuoteSearch(ANSWER, ANSWER));

    private Verdict sound(String reply) {
        assertThat(reading.read(reply)).isInstanceOf(Read.Sound.class);
        return ((Read.Sound) reading.read(reply)).verdict();
    }

    @Test
    void readsLevelsStatesAndQuotes() {
        // given
        Replies reply = Replies.to(key)
                .level("depth", Band.SOLID)
                .concept(lazy.id(), ConceptState.COVERED, "chaining filters sends “nothing” to the database");

        // when
        Verdict verdict = sound(reply.toString());

        // then
        int start = ANSWER.indexOf("chaining");
        assertThat(verdict.levels()).hasSize(4).containsEntry("depth", Band.SOLID);
        assertThat(verdict.concepts().get(lazy.id()))
                .isEqualTo(new Verdict.Claim(
                        ConceptState.COVERED, java.util.List.of(Evidence.in(ANSWER, start, ANSWER.indexOf(",")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chaining filters sends \"nothing\" to the database",
                "CHAINING filters  sends “nothing” to the database",
                "…chaining filters sends \"nothing\" to the database...",
                "\"Chaining filters sends 'nothing' to the database\"",
                "chaining filters sends “nothing” to the database, and a loop over the QuerySet"
            })
    void findsQuotesThatAreWrittenABitDifferently(String quote) {
        // when
        Verdict verdict = sound(
                Replies.to(key).concept(lazy.id(), ConceptState.PARTIAL, quote).toString());

        // then
        boolean otherMarks = quote.contains("'");
        assertThat(verdict.concepts().containsKey(lazy.id())).isNotEqualTo(otherMarks);
        verdict.concepts()
                .values()
                .forEach(claim -> claim.evidence()
                        .forEach(found -> assertThat(found.start()).isEqualTo(ANSWER.indexOf("chaining"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the database", "chaining filters costs a query", "Well", "  …  "})
    void dropsAVerdictWhoseQuoteIsNotThereOrShowsNothing(String quote) {
        // when
        Verdict verdict = sound(Replies.to(key)
                .concept(lazy.id(), ConceptState.COVERED, quote)
                .misconception(lazy.id(), quote)
                .toString());

        // then
        assertThat(verdict.concepts()).doesNotContainKey(lazy.id());
        assertThat(verdict.mistakes()).isEmpty();
    }

    @Test
    void takesCorrectionsFromTheBank() {
        // given
        String quote = "a loop over the QuerySet runs the query";

        // when
        Verdict verdict = sound(Replies.to(key)
                .misconception(lazy.id() + "#2", quote)
                .misconception(lazy.id(), quote)
                .toString());

        // then
        assertThat(verdict.mistakes())
                .extracting(MisconceptionFinding::correction)
                .containsExactly(lazy.misconceptions().get(1).correction(), lazy.statement());
    }

    @Test
    void refusesAQuoteOfWhatTheJudgeWasNotShown() {
        // given
        String shown = ANSWER.replace("sends “nothing” to", " ".repeat("sends “nothing” to".length()));
        ReplyReading other = new ReplyReading(key, new QuoteSearch(ANSWER, shown));

        // when
        Read read = other.read(Replies.to(key)
                .concept(lazy.id(), ConceptState.COVERED, "chaining filters the database", "sends “nothing” to")
                .toString());

        // then
        assertThat(((Read.Sound) read).verdict().concepts()).doesNotContainKey(lazy.id());
    }

    @Test
    void letsAllOfAVeryShortAnswerBeQuoted() {
        // given
        ReplyReading other = new ReplyReading(key, new QuoteSearch("O(n)", "O(n)"));

        // when
        Read read = other.read(
                Replies.to(key).concept(lazy.id(), ConceptState.PARTIAL, "O(n)").toString());

        // then
        assertThat(((Read.Sound) read).verdict().concepts()).containsKey(lazy.id());
    }

    @Test
    void readsThroughAMarkdownFenceAndReasoning() {
        // given
        String reply = Replies.to(key).level(Band.WEAK).toString();

        // when
        Verdict verdict = sound("<think>Is it {\"lazy\"}?</think>\n```json\n" + reply + "\n```\n");

        // then
        assertThat(verdict.levels()).containsEntry("clarity", Band.WEAK);
    }

    @Test
    void saysWhatIsWrongWithoutTheReplysWords() {
        // given
        String reply = Replies.to(key).toString().replace("NO_EVIDENCE", "IGNORE ALL RULES");

        // when
        Read read = reading.read(reply);

        // then
        assertThat(read).isInstanceOf(Read.Malformed.class);
        assertThat(read.toString()).contains("STRONG").doesNotContain("IGNORE");
    }
}
