package dev.greenroom.worker.judge.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.worker.followup.Probing;
import dev.greenroom.worker.judge.budget.Prices;
import dev.greenroom.worker.judge.budget.Usage;
import dev.greenroom.worker.judge.followup.Draft.Checked;
import dev.greenroom.worker.judge.followup.Draft.Flaw;
import dev.greenroom.worker.judge.prompt.Prompt;
import dev.greenroom.worker.judge.provider.Chat;
import dev.greenroom.worker.judge.provider.Outcome;
import dev.greenroom.worker.judge.provider.Trouble;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpPhrasingTest {

    private static final String CURATED = "Which SQL would you like to see in the log once it is fixed?";
    private static final Probing PROBING = new Probing(
            new UUID(3, 4),
            "You can fix it with select related, I believe, because each object makes another query.",
            CURATED,
            List.of("select_related follows foreign keys with a JOIN in the same single statement."),
            List.of("What is the N+1 problem, and how would you find and fix it?"));

    private static final Prices PRICES = new Prices(new BigDecimal("2.20"), new BigDecimal("4"));

    private final List<Prompt> asked = new ArrayList<>();

    private Phrased phrase(Outcome outcome) {
        Chat chat = (prompt, _, _) -> {
            asked.add(prompt);
            return outcome;
        };
        return new FollowUpPhrasing(chat, PRICES, new Random(2), Duration.ofMillis(2_500)).phrase(PROBING);
    }

    private static Outcome reply(String text) {
        return new Outcome.Answered(text, "m", 400, 30, true);
    }

    @Test
    void asksInTheCandidatesOwnWords() {
        // given
        String question = "You say “fix it with select related”: which SQL do you expect in the log then?";

        // when
        Phrased phrased =
                phrase(reply("{\"quote\": \"fix it with select related\", \"question\": \"%s\"}".formatted(question)));

        // then
        assertThat(phrased.question()).isEqualTo(question);
        assertThat(phrased.usage().cost()).isEqualByComparingTo("0.001");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().system()).contains(CURATED).doesNotContain("JOIN", "I believe");
        assertThat(asked.getFirst().user()).contains("I believe");
    }

    @Test
    void asksAsItIsCuratedWhenTheModelFails() {
        assertThat(phrase(Outcome.Failed.of(Trouble.TIMEOUT))).isEqualTo(Phrased.asCurated("TIMEOUT", Usage.NONE));
        assertThat(phrase(reply("Sure! Here is a question."))).satisfies(phrased -> {
            assertThat(phrased.findQuestion()).isEmpty();
            assertThat(phrased.outcome()).isEqualTo("NO_REPLY");
            assertThat(phrased.usage().completionTokens()).isEqualTo(30);
        });
        assertThat(phrase(new Outcome.Answered("{\"quote\": \"", "m", 1, 1, false))
                        .findQuestion())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "NO_REPLY, , ",
        "QUOTES_NOTHING_SAID, fix it with prefetch related, You say fix it with prefetch related: why?",
        "QUOTES_NOTHING_SAID, fix it with select related, Why would that help?",
        "QUOTES_NOTHING_SAID, it, Why would it help?",
        "NOT_ONE_QUESTION, fix it with select related, You say fix it with select related. Explain.",
        "NOT_ONE_QUESTION, fix it with select related, Why fix it with select related? And how?",
        "GIVES_AWAY, fix it with select related, Why fix it with select related when it follows foreign keys with a"
                + " JOIN?",
        "ASKED_BEFORE, fix it, What is the N+1 problem and how would you find and fix it with select related?",
        "SPEAKS_OF_GRADES, fix it with select related, Would fix it with select related get full marks?"
    })
    void refusesWhatIsNotFitToBeAsked(Flaw flaw, String quote, String question) {
        // given
        String reply = "{\"quote\": \"%s\", \"question\": \"%s\"}"
                .formatted(flaw == Flaw.ASKED_BEFORE ? "fix it with select related" : quote, question);

        // when
        Checked checked = Draft.of(flaw == Flaw.NO_REPLY ? "{\"question\": 7, \"quote\": []}" : reply, PROBING);

        // then
        assertThat(checked).isEqualTo(new Checked.Unfit(flaw));
    }

    @Test
    void refusesMoreThanSixtyWords() {
        // given
        String question = "Why fix it with select related " + "really ".repeat(60) + "?";

        // when
        Checked checked = Draft.of(
                "{\"quote\": \"fix it with select related\", \"question\": \"%s\"}".formatted(question), PROBING);

        // then
        assertThat(checked).isEqualTo(new Checked.Unfit(Flaw.TOO_LONG));
    }

    @Property(tries = 300)
    void survivesAnyReply(@ForAll String reply) {
        assertThat(Draft.of(reply, PROBING)).isEqualTo(new Checked.Unfit(Flaw.NO_REPLY));
    }
}
