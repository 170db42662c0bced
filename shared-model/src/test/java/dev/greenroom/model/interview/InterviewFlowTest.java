package dev.greenroom.model.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.ProbeCondition;
import dev.greenroom.model.question.QuestionRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InterviewFlowTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final QuestionRef FIRST = new QuestionRef("first", 1);
    private static final QuestionRef SECOND = new QuestionRef("second", 7);
    private static final Probe PROBE = new Probe(
            new FollowUp(
                    "why",
                    new ProbeCondition("laziness", Set.of(ConceptState.PARTIAL), false),
                    "Why is that?",
                    false,
                    List.of(),
                    "Because."),
            List.of("laziness"),
            Trigger.PARTIAL_CONCEPT);

    @Example
    void asksBackWhenAProbeFits() {
        Session session = session(2, FIRST, SECOND);
        Turn main = ask(session);

        assertThat(InterviewFlow.after(session, main, Optional.of(PROBE))).isEqualTo(new NextStep.AskFollowUp(PROBE));
    }

    @Example
    void opensTheNextThreadWhenNoProbeFits() {
        Session session = session(2, FIRST, SECOND);
        Turn main = ask(session);

        assertThat(InterviewFlow.after(session, main, Optional.empty())).isEqualTo(new NextStep.AskMain(SECOND));
    }

    @Example
    void finishesAfterTheLastThread() {
        Session session = session(2, FIRST);
        Turn main = ask(session);

        assertThat(InterviewFlow.after(session, main, Optional.empty())).isEqualTo(new NextStep.Finish());
    }

    @Example
    void staysClosedOnceTheSessionIsOver() {
        Session session = session(2, FIRST, SECOND);
        Turn main = ask(session);
        session.complete(NOW);

        assertThat(InterviewFlow.after(session, main, Optional.of(PROBE))).isEqualTo(new NextStep.StayClosed());
    }

    @Property
    void aThreadNeverGoesDeeperThanTheSessionAllows(@ForAll @IntRange(max = 5) int maxFollowUps) {
        Session session = session(maxFollowUps, FIRST, SECOND);
        Turn turn = ask(session);
        int followUps = 0;
        while (InterviewFlow.after(session, turn, Optional.of(PROBE)) instanceof NextStep.AskFollowUp(Probe probe)) {
            turn = session.askFollowUp(UUID.randomUUID(), turn, probe, NOW);
            followUps++;
        }

        assertThat(followUps).isEqualTo(maxFollowUps);
    }

    @Example
    void aFollowUpBelongsToItsThread() {
        Session session = session(2, FIRST);
        Turn main = ask(session);
        session.noteAnswer();

        Turn followUp = session.askFollowUp(new UUID(9, 9), main, PROBE, NOW);

        assertThat(followUp.kind()).isEqualTo(TurnKind.FOLLOW_UP);
        assertThat(followUp.parentTurnId()).contains(main.id());
        assertThat(followUp.mainTurnId()).isEqualTo(main.id());
        assertThat(followUp.depth()).isEqualTo(1);
        assertThat(followUp.ordinal()).isEqualTo(2);
        assertThat(followUp.question()).isEqualTo(FIRST);
        assertThat(session.currentTurnId()).contains(followUp.id());
    }

    @Example
    void aFollowUpIsAskedInItsWords() {
        Session session = session(2, FIRST);
        Turn main = ask(session);

        Turn curated = session.askFollowUp(new UUID(9, 9), main, PROBE, NOW);
        Turn phrased = session.askFollowUp(new UUID(9, 8), main, PROBE.asking("You say “lazy”: why?"), NOW);

        assertThat(curated.prompt()).isEqualTo("Why is that?");
        assertThat(curated.phrasing()).isEqualTo(Phrasing.CURATED);
        assertThat(phrased.prompt()).isEqualTo("You say “lazy”: why?");
        assertThat(phrased.phrasing()).isEqualTo(Phrasing.LLM);
        assertThat(phrased.followUpId()).isEqualTo(curated.followUpId());
        assertThat(PROBE.asking("zebras").toString()).doesNotContain("zebras");
    }

    @Example
    void endingASessionTwiceChangesNothing() {
        Session session = session(2, FIRST);
        session.complete(NOW);
        session.complete(NOW.plusSeconds(60));

        assertThat(session.completedAt()).contains(NOW);
    }

    private static Session session(int maxFollowUps, QuestionRef... questions) {
        SessionPlan plan = new SessionPlan(
                "django",
                List.of(),
                null,
                SessionMode.PRACTICE,
                List.of(questions),
                maxFollowUps,
                "user-42",
                "en",
                42,
                null,
                Map.of());
        return new Session(new UUID(1, 1), new UUID(2, 2), plan, NOW);
    }

    private static Turn ask(Session session) {
        return session.askMain(UUID.randomUUID(), session.findNextQuestion().orElseThrow(), "What is it?", NOW);
    }
}
