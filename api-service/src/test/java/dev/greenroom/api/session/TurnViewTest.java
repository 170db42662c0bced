package dev.greenroom.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.ConceptState;
import dev.greenroom.model.evaluation.Trigger;
import dev.greenroom.model.interview.Phrasing;
import dev.greenroom.model.interview.Probe;
import dev.greenroom.model.interview.Session;
import dev.greenroom.model.interview.SessionMode;
import dev.greenroom.model.interview.SessionPlan;
import dev.greenroom.model.interview.Turn;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.ProbeCondition;
import dev.greenroom.model.question.QuestionRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnViewTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final QuestionRef QUESTION = new QuestionRef("first", 1);
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

    private static final SessionView.Replies NONE = new SessionView.Replies(Map.of(), Map.of());

    private final Session session = session(SessionMode.PRACTICE);
    private final Turn main = session.askMain(new UUID(4, 1), QUESTION, "What is it?", NOW);

    private static Session session(SessionMode mode) {
        SessionPlan plan =
                new SessionPlan("django", List.of(), null, mode, List.of(QUESTION), 2, null, "en", 42, null, Map.of());
        return new Session(new UUID(1, 1), new UUID(2, 2), plan, NOW);
    }

    @Test
    void saysWhoseWordsAFollowUpIsIn() {
        // given
        Turn curated = session.askFollowUp(new UUID(4, 2), main, PROBE, NOW);
        Turn phrased = session.askFollowUp(new UUID(4, 3), main, PROBE.asking("You say “lazy”: why?"), NOW);

        // when
        TurnView.Reason author = TurnView.of(session, curated, NONE).reason();
        TurnView model = TurnView.of(session, phrased, NONE);

        // then
        assertThat(author)
                .isEqualTo(new TurnView.Reason(List.of("laziness"), Trigger.PARTIAL_CONCEPT, Phrasing.CURATED));
        assertThat(model.prompt()).isEqualTo("You say “lazy”: why?");
        assertThat(model.reason())
                .isEqualTo(new TurnView.Reason(List.of("laziness"), Trigger.PARTIAL_CONCEPT, Phrasing.LLM));
    }

    @Test
    void keepsTheReasonsOfAnInterviewBackUntilItsEnd() {
        // given
        Session interview = session(SessionMode.INTERVIEW);
        Turn phrased = interview.askFollowUp(new UUID(4, 4), main, PROBE.asking("You say “lazy”: why?"), NOW);

        // when
        TurnView before = TurnView.of(interview, phrased, NONE);
        interview.complete(NOW);
        TurnView after = TurnView.of(interview, phrased, NONE);

        // then
        assertThat(before.reason()).isNull();
        assertThat(after.reason()).isNotNull();
    }
}
