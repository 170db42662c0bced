package dev.greenroom.worker.followup;

import static dev.greenroom.model.evaluation.ConceptState.COVERED;
import static dev.greenroom.model.evaluation.ConceptState.MISSED;
import static dev.greenroom.model.evaluation.ConceptState.PARTIAL;
import static dev.greenroom.model.evaluation.ConceptState.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.ConceptFinding;
import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Contradiction;
import dev.greenroom.model.evaluation.Defence;
import dev.greenroom.model.evaluation.Evidence;
import dev.greenroom.model.evaluation.Settlement;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import dev.greenroom.worker.fixtures.Bank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlingTest {

    private static final Question QUESTION = Bank.orm().getFirst();
    private static final FollowUp FOLLOW_UP = QUESTION.followUps().getFirst();
    private static final String PROBED = Objects.requireNonNull(FOLLOW_UP.when().concept());

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource({
        "WRONG, COVERED, REPAIRED",
        "MISSED, COVERED, REPAIRED",
        "PARTIAL, COVERED, REPAIRED",
        "WRONG, PARTIAL, REPAIRED",
        "MISSED, PARTIAL, REPAIRED",
        "COVERED, COVERED, HELD",
        "COVERED, PARTIAL, HELD",
        "PARTIAL, PARTIAL, HELD",
        "COVERED, MISSED, FOLDED",
        "PARTIAL, MISSED, FOLDED",
        "MISSED, MISSED, FOLDED",
        "PARTIAL, WRONG, FOLDED",
        "WRONG, WRONG, FOLDED"
    })
    void tellsHowAClaimFared(ConceptState before, ConceptState now, Defence defence) {
        // given
        Reply main = main("It is one way.", finding(PROBED, before, "It is one way."));
        Reply answer = answer("Because of that.", finding("own", now, "Because of that."));

        // when
        Settlement settlement = settle(answer, main);

        // then
        assertThat(settlement.defence()).isEqualTo(defence);
        assertThat(settlement.conceptId()).isEqualTo(PROBED);
    }

    @Test
    void settlesNothingByTheAnswerToAMainQuestion() {
        // given
        Reply main = main("It is one way.", finding(PROBED, PARTIAL, "It is one way."));

        // when
        Optional<Settlement> settlement = new Settling(QUESTION, List.of()).settle(main);

        // then
        assertThat(settlement).isEmpty();
    }

    @Test
    void settlesNothingByAnAnswerThatCouldNotBeScored() {
        // given
        Reply main = main("It is one way.", finding(PROBED, PARTIAL, "It is one way."));
        Reply unscored = new Reply("ans_2", "", new ThreadTurn(FOLLOW_UP.id(), List.of(), List.of(), null));

        // when
        Settlement settlement = settle(unscored, main);

        // then
        assertThat(settlement.defence()).isEqualTo(Defence.NOT_PROBED);
    }

    @Test
    void judgesByTheLastOfSeveralFollowUps() {
        // given
        Reply main = main("It is one way.", finding(PROBED, WRONG, "It is one way."));
        Reply mended = answer("It is the other way.", finding("own", COVERED, "It is the other way."));
        Reply again = answer("And it stays so.", finding("own", COVERED, "And it stays so."));

        // when
        Settlement settlement = settle(again, main, mended);

        // then
        assertThat(settlement.defence()).isEqualTo(Defence.HELD);
    }

    @Test
    void findsThatAConceptIsWrongThatWasCoveredBefore() {
        // given
        Reply main = main("Lists copy. Nothing else.", finding("copies", COVERED, "Lists copy."));
        Reply answer = answer("Well, they share.", finding("copies", WRONG, "they share"));

        // when
        Contradiction found = contradiction(settle(answer, main));

        // then
        assertThat(found)
                .isEqualTo(new Contradiction(
                        "ans_1", new Evidence("Lists copy.", 0, 11), new Evidence("they share", 6, 16)));
    }

    @ParameterizedTest(name = "“{1}” after “{0}”")
    @CsvSource(
            delimiter = '|',
            value = {
                "Chaining filters sends no query to the database.|Chaining filters sends a query to the database.",
                "Chaining filters sends a query to the database.|Chaining filters doesn't send a query to the database.",
                "The index makes every lookup by key faster in a large table.|The index makes every lookup by key slower in a large table."
            })
    void findsASentenceThatTurnsAnEarlierOne(String before, String later) {
        // given
        Reply main = main("Sure. " + before, finding(PROBED, PARTIAL, before));
        Reply answer = answer("Hm. " + later, finding("own", PARTIAL, later));

        // when
        Contradiction found = contradiction(settle(answer, main));

        // then
        assertThat(found.earlierAnswerId()).isEqualTo("ans_1");
        assertThat(found.earlier().quote()).isEqualTo(before);
        assertThat(found.earlier())
                .isEqualTo(Evidence.in(
                        main.text(), found.earlier().start(), found.earlier().end()));
        assertThat(found.now())
                .isEqualTo(Evidence.in(answer.text(), 4, answer.text().length()));
    }

    @ParameterizedTest(name = "“{1}” after “{0}”")
    @CsvSource(
            delimiter = '|',
            value = {
                "Chaining filters sends no query to the database.|Chaining filters sends no query to the database.",
                "Chaining filters sends no query to the database.|Many people think that chaining filters sends a query to the database.",
                "Chaining filters sends no query to the database.|Does chaining filters send a query to the database?",
                "A foreign key is joined by select_related.|A many to many relation is not joined by select_related but fetched.",
                "It is lazy.|It is not lazy."
            })
    void findsNoContradictionWhereThereMayBeNone(String before, String later) {
        // given
        Reply main = main(before, finding(PROBED, PARTIAL, before));
        Reply answer = answer(later, finding("own", PARTIAL, later));

        // when
        Settlement settlement = settle(answer, main);

        // then
        assertThat(settlement.defence()).isEqualTo(Defence.HELD);
        assertThat(settlement.contradiction()).isNull();
    }

    @Test
    void takesBackingOutOfAnErrorForARepair() {
        // given
        String error = "Chaining filters sends a query to the database.";
        String truth = "Chaining filters sends no query to the database.";
        Reply main = main(error, finding(PROBED, WRONG, error));
        Reply answer = answer(truth, finding("own", COVERED, truth));

        // when
        Settlement settlement = settle(answer, main);

        // then
        assertThat(settlement.defence()).isEqualTo(Defence.REPAIRED);
    }

    @Property(tries = 300)
    void quotesOnlyWhatStandsThere(@ForAll("talk") String before, @ForAll("talk") String later) {
        // given
        Reply main = main(before, finding(PROBED, PARTIAL, before));
        Reply answer = answer(later, finding("own", PARTIAL, later));

        // when
        Contradiction found = settle(answer, main).contradiction();

        // then
        Statistics.label("contradictions")
                .collect(found != null)
                .coverage(share -> share.check(true).percentage(percent -> percent > 5));
        if (found != null) {
            assertThat(found.earlier())
                    .isEqualTo(Evidence.in(
                            before, found.earlier().start(), found.earlier().end()));
            assertThat(found.now())
                    .isEqualTo(
                            Evidence.in(later, found.now().start(), found.now().end()));
        }
    }

    @Provide
    Arbitrary<String> talk() {
        return Arbitraries.of(
                        "Chaining filters sends no query to the database.",
                        "Chaining filters sends a query to the database!",
                        "Well … 😀 you see?",
                        "The index makes every lookup by key faster in a large table.",
                        "The index makes every lookup by key slower in a large table.")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(sentences -> String.join("\n ", sentences));
    }

    private static Settlement settle(Reply answer, Reply... earlier) {
        return new Settling(QUESTION, List.of(earlier)).settle(answer).orElseThrow();
    }

    private static Contradiction contradiction(Settlement settlement) {
        assertThat(settlement.defence()).isEqualTo(Defence.CONTRADICTED);
        return Objects.requireNonNull(settlement.contradiction());
    }

    private static Reply main(String text, Finding finding) {
        return new Reply("ans_1", text, new ThreadTurn(null, List.of(finding.in(text)), List.of(), 60));
    }

    private static Reply answer(String text, Finding finding) {
        return new Reply("ans_2", text, new ThreadTurn(FOLLOW_UP.id(), List.of(finding.in(text)), List.of(), 60));
    }

    private static Finding finding(String concept, ConceptState state, String quote) {
        return new Finding(concept, state, quote);
    }

    private record Finding(String concept, ConceptState state, String quote) {

        ConceptFinding in(String text) {
            int start = text.indexOf(quote);
            List<Evidence> evidence =
                    state == MISSED ? List.of() : List.of(Evidence.in(text, start, start + quote.length()));
            return new ConceptFinding(concept, concept, state, 1, evidence);
        }
    }
}
